import React from 'react';
import { EuiLink } from '@elastic/eui';
import type { Block, Inline } from '../../../common/notifications/kinds/slack_mrkdwn';
import './mrkdwn.css';

const Inlines: React.FC<{ content: readonly Inline[] }> = ({ content }) => (
  <>
    {content.map((inline, index) => (
      <OneInline key={index} inline={inline} />
    ))}
  </>
);

const OneInline: React.FC<{ inline: Inline }> = ({ inline }) => {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'code':
      return <code className="watchkeeperMrkdwn__code">{inline.text}</code>;
    case 'mention':
      return <span className="watchkeeperMrkdwn__mention">{inline.text}</span>;
    case 'link':
      return (
        <EuiLink href={inline.url} target="_blank" external={false}>
          {inline.text}
        </EuiLink>
      );
    case 'bold':
      return (
        <strong>
          <Inlines content={inline.content} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines content={inline.content} />
        </em>
      );
    case 'strike':
      return (
        <del>
          <Inlines content={inline.content} />
        </del>
      );
  }
};

const OneBlock: React.FC<{ block: Block }> = ({ block }) => {
  switch (block.kind) {
    case 'line':
      return (
        <div className="watchkeeperMrkdwn__line">
          <Inlines content={block.content} />
        </div>
      );
    case 'item':
      return (
        <div className="watchkeeperMrkdwn__item">
          <span>{block.mark.trim()}</span>
          <span className="eui-textBreakWord">
            <Inlines content={block.content} />
          </span>
        </div>
      );
    case 'quote':
      return (
        <blockquote className="watchkeeperMrkdwn__quote">
          {block.lines.map((line, index) => (
            <div key={index} className="watchkeeperMrkdwn__line">
              <Inlines content={line} />
            </div>
          ))}
        </blockquote>
      );
    case 'code':
      return <pre className="watchkeeperMrkdwn__block">{block.text}</pre>;
  }
};

/** Slack's mark-up, as Slack shows it. React nodes only: nothing of the message is taken for HTML. */
export const Mrkdwn: React.FC<{ blocks: readonly Block[] }> = ({ blocks }) => (
  <div className="watchkeeperMrkdwn eui-textBreakWord">
    {blocks.map((block, index) => (
      <OneBlock key={index} block={block} />
    ))}
  </div>
);
