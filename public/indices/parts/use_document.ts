import { useCallback, useMemo, useState } from 'react';
import { sameJson } from '../../../common/json/same_json';
import { withoutMember } from '../../../common/json/without_member';
import { useServices } from '../../shared/services';
import { useUnsavedGuard } from '../../shared/unsaved_guard';
import type { Drafts } from './template_content';

type Body = Record<string, unknown>;

export interface EditedDocument {
  body: Body;
  /** Puts a member in its place; undefined takes it out. All others stay as they are. */
  set: (member: string, value: unknown) => void;
  replace: (body: Body) => void;
  drafts: Drafts;
  onDraft: (part: string, text: string | undefined) => void;
  isDirty: boolean;
  /** Something that was typed is no JSON. */
  isBroken: boolean;
  /** It was saved or deleted: the page can be left without a question. */
  release: () => void;
}

/** A document that is edited by members and as a whole, and asks before it is left unsaved. */
export const useDocument = (initial: Body, isNamed: boolean): EditedDocument => {
  const [body, setBody] = useState(initial);
  const [drafts, setDrafts] = useState<Drafts>({});
  const { history } = useServices();
  const isBroken = Object.keys(drafts).length > 0;
  const isDirty = useMemo(
    () => isBroken || isNamed || !sameJson(body, initial),
    [isBroken, isNamed, body, initial]
  );
  useUnsavedGuard(isDirty);
  const set = useCallback(
    (member: string, value: unknown) =>
      setBody((now) =>
        value === undefined ? withoutMember(now, member) : { ...now, [member]: value }
      ),
    []
  );
  const onDraft = useCallback(
    (part: string, text: string | undefined) =>
      setDrafts((now) =>
        text === undefined ? withoutMember(now, part) : { ...now, [part]: text }
      ),
    []
  );
  return {
    ...{ body, set, replace: setBody, drafts, onDraft, isDirty, isBroken },
    release: () => history.disarm(),
  };
};
