import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiScreenReaderOnly, EuiText, EuiToolTip } from '@elastic/eui';
import type { Ping } from '../../../common/monitors/heartbeat/pings';
import { formatDuration, useTime } from '../../shared/time';
import { pingLabel } from './heartbeat_words';

/** OUI's classes of colours, which follow the theme. */
const COLOR: Readonly<Record<Ping['kind'], string>> = {
  success: 'euiTextColor euiTextColor--success',
  fail: 'euiTextColor euiTextColor--danger',
  start: 'euiTextColor euiTextColor--subdued',
};

/** Pixels. */
const BAR_WIDTH = 6;

interface Bar {
  ping: Ping;
  /** Milliseconds without a ping before it, where they were too many. */
  gap?: number;
}

const barsOf = (pings: readonly Ping[], tolerated: number): Bar[] =>
  pings.map((ping, i) => {
    const gap = i === 0 ? 0 : ping.at - pings[i - 1].at;
    return gap > tolerated ? { ping, gap } : { ping };
  });

const Gap: React.FC<{ length: number }> = ({ length }) => {
  const text = i18n.translate('watchkeeper.heartbeat.gapText', {
    defaultMessage: 'Silent for {length}',
    values: { length: formatDuration(length) },
  });
  return (
    <EuiToolTip content={text}>
      <span
        className="euiTextColor euiTextColor--danger"
        style={{ padding: '0 4px', fontSize: 11, lineHeight: '24px', whiteSpace: 'nowrap' }}
        data-test-subj="pingGap"
      >
        {formatDuration(length)}
      </span>
    </EuiToolTip>
  );
};

const Mark: React.FC<{ ping: Ping }> = ({ ping: { at, kind } }) => {
  const { format, relative } = useTime();
  return (
    <EuiToolTip content={`${pingLabel(kind)}: ${format(at)} (${relative(at)})`}>
      <span
        className={COLOR[kind]}
        style={{
          display: 'block',
          width: BAR_WIDTH,
          height: kind === 'start' ? 12 : 24,
          borderRadius: 2,
          backgroundColor: 'currentColor',
        }}
        data-test-subj={`ping-${kind}`}
      />
    </EuiToolTip>
  );
};

/** The past pings, oldest first, each a bar; where there were none for too long, how long. */
export const PingStrip: React.FC<{ pings: readonly Ping[]; tolerated: number }> = ({
  pings,
  tolerated,
}) => {
  const { format } = useTime();
  if (pings.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        {i18n.translate('watchkeeper.heartbeat.noPingsText', {
          defaultMessage: 'No ping has come yet.',
        })}
      </EuiText>
    );
  }
  return (
    <>
      <div
        aria-hidden="true"
        style={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}
        data-test-subj="pingStrip"
      >
        {barsOf(pings, tolerated).map(({ ping, gap }, i) => (
          <React.Fragment key={`${ping.at} ${ping.kind} ${i}`}>
            {gap !== undefined && <Gap length={gap} />}
            <Mark ping={ping} />
          </React.Fragment>
        ))}
      </div>
      <EuiScreenReaderOnly>
        <ol>
          {pings.map(({ at, kind }, i) => (
            <li key={`${at} ${kind} ${i}`}>{`${pingLabel(kind)}: ${format(at)}`}</li>
          ))}
        </ol>
      </EuiScreenReaderOnly>
    </>
  );
};
