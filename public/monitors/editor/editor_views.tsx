import React, { useEffect, useRef } from 'react';
import { BasicsSection } from './basics_section';
import { DefinitionSection } from './definition/definition_section';
import type { DefinitionState } from './definition/use_definition';
import { InputSection } from './inputs/input_section';
import { WholePreview } from './preview/whole_preview';
import { SettingsSection } from './settings/settings_section';
import { TriggersSection } from './triggers/triggers_section';
import { TypeChoice } from './type_choice';

const Form: React.FC<{ isNew: boolean }> = ({ isNew }) => (
  <>
    {isNew && <TypeChoice />}
    <BasicsSection />
    <InputSection />
    <TriggersSection />
    <WholePreview />
    <SettingsSection />
  </>
);

/** What cannot be used while the text says what it cannot show. */
const Usable: React.FC<{ isUsable: boolean }> = ({ isUsable, children }) => {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    area.current?.toggleAttribute('inert', !isUsable);
  }, [isUsable]);
  return (
    <div ref={area} style={isUsable ? undefined : { opacity: 0.5 }}>
      {children}
    </div>
  );
};

/** Narrower than that, one stands below the other. */
const LEAST_WIDTHS = { form: 560, text: 360 };

/** The form, the text, or the one beside the other, each following the other. */
export const EditorViews: React.FC<{ isNew: boolean; definition: DefinitionState }> = ({
  isNew,
  definition,
}) => {
  switch (definition.view) {
    case 'form':
      return <Form isNew={isNew} />;
    case 'text':
      return <DefinitionSection definition={definition} />;
    case 'beside':
      return (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16, alignItems: 'flex-start' }}>
          <div style={{ flex: `3 1 ${LEAST_WIDTHS.form}px`, minWidth: 0 }}>
            <Usable isUsable={!definition.blocked}>
              <Form isNew={isNew} />
            </Usable>
          </div>
          <div
            style={{
              flex: `2 1 ${LEAST_WIDTHS.text}px`,
              minWidth: 0,
              position: 'sticky',
              top: 'calc(var(--watchkeeper-top, 0px) + 8px)',
            }}
          >
            <DefinitionSection definition={definition} />
          </div>
        </div>
      );
  }
};
