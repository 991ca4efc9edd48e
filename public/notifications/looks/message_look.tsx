import React from 'react';
import type { MessageLookProps } from '../types';
import { lookOf } from '../kinds/registry';

/** A message as its receiver will have it: every kind of destination brings its own look. */
export const MessageLook: React.FC<MessageLookProps> = ({ destination, content }) => (
  <div data-test-subj={`messageLook-${destination.type}`}>{lookOf(destination, content)}</div>
);
