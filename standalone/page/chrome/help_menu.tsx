import {
  EuiButtonEmpty,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiPopover,
  EuiPopoverTitle,
  EuiText,
} from '@elastic/eui';
import type { ChromeHelpExtension } from 'opensearch-dashboards/public';
import React, { useLayoutEffect, useRef, useState } from 'react';
import { useObservable } from '../core/use_observable';
import { i18n } from '../i18n';
import type { Chrome } from './chrome';

/** The version, and the help that the app offers. */
export function HelpMenu({ chrome, version }: { chrome: Chrome; version: string }) {
  const [isOpen, setOpen] = useState(false);
  const extension = useObservable(chrome.help$);
  const title = i18n.translate('standalone.help.title', { defaultMessage: 'Help' });
  const button = (
    <EuiHeaderSectionItemButton
      aria-label={title}
      aria-expanded={isOpen}
      aria-haspopup="true"
      data-test-subj="helpMenuButton"
      onClick={() => setOpen(!isOpen)}
    >
      <EuiIcon type="questionInCircle" size="m" />
    </EuiHeaderSectionItemButton>
  );
  return (
    <EuiPopover
      button={button}
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      buffer={0}
      repositionOnScroll
      aria-label={title}
    >
      <EuiPopoverTitle>{title}</EuiPopoverTitle>
      {extension !== undefined && <Extension extension={extension} />}
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('standalone.help.versionText', {
            defaultMessage: 'Watchkeeper {version}, standalone',
            values: { version },
          })}
        </p>
      </EuiText>
    </EuiPopover>
  );
}

function Extension({ extension }: { extension: ChromeHelpExtension }) {
  const { links = [], content } = extension;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => (element.current === null ? undefined : content?.(element.current)),
    [content]
  );
  return (
    <div className="hostHelp">
      {links.map(({ href, linkType }) => (
        <div key={href}>
          <EuiButtonEmpty size="s" flush="left" iconType="popout" href={href} target="_blank">
            {linkType === 'discuss'
              ? i18n.translate('standalone.help.discussLabel', { defaultMessage: 'Ask questions' })
              : i18n.translate('standalone.help.documentationLabel', {
                  defaultMessage: 'Documentation',
                })}
          </EuiButtonEmpty>
        </div>
      ))}
      <div ref={element} />
    </div>
  );
}
