import React, { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { depthOf, roundedText, stepOf, valueAt } from './threshold_domain';
import type { Domain } from './threshold_domain';

/** So high is what can be taken hold of, around the line. Pixels. */
const GRIP = 16;
const FAR = 10;

export interface ThresholdLineProps {
  domain: Domain;
  isCount: boolean;
  value: number;
  /** What the line is, for those who do not see it. */
  label: string;
  /** The value in words. */
  valueText: string;
  /** While it is dragged, in the form in which a person would type it. */
  onDrag: (value: string) => void;
  /** Where it was let go, or put by a key. */
  onPut: (value: string) => void;
  /** The drag was given up. */
  onCancel: () => void;
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: FAR,
  PageDown: -FAR,
};

const byKey = (key: string, { domain, value, isCount }: ThresholdLineProps): string | undefined => {
  const step = stepOf(domain, isCount);
  if (key in KEYS) return roundedText(value + KEYS[key] * step, step);
  if (key === 'Home') return roundedText(domain.min, step);
  return key === 'End' ? roundedText(domain.max, step) : undefined;
};

const useDrag = (props: ThresholdLineProps) => {
  const { domain, isCount, onDrag, onPut, onCancel } = props;
  const [dragged, setDragged] = useState<string>();
  /** Where in the grip it was taken hold of: the line must not jump. */
  const grip = useRef(0);
  const end = () => setDragged(undefined);

  const start = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    grip.current = event.clientY - (top + height / 2);
    event.currentTarget.setPointerCapture?.(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    setDragged(roundedText(props.value, stepOf(domain, isCount)));
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const plot = event.currentTarget.parentElement?.getBoundingClientRect();
    if (dragged === undefined || !plot || plot.height === 0) return;
    const depth = (event.clientY - grip.current - plot.top) / plot.height;
    const text = roundedText(valueAt(depth, domain), stepOf(domain, isCount));
    if (text === dragged) return;
    setDragged(text);
    onDrag(text);
  };
  const put = () => {
    if (dragged === undefined) return;
    end();
    onPut(dragged);
  };
  const cancel = () => {
    end();
    onCancel();
  };
  return { isDragged: dragged !== undefined, start, move, put, cancel };
};

const lineStyle = (isStrong: boolean): CSSProperties => ({
  position: 'absolute',
  left: 0,
  right: 0,
  top: GRIP / 2 - 1,
  borderTop: `2px ${isStrong ? 'solid' : 'dashed'} currentColor`,
});

const knobStyle: CSSProperties = {
  position: 'absolute',
  right: 0,
  top: GRIP / 2 - 6,
  width: 12,
  height: 12,
  borderRadius: 6,
  background: 'currentColor',
};

/** The line of a threshold over a chart whose domain is fixed: dragged by the mouse, moved by the arrow keys. */
export const ThresholdLine: React.FC<ThresholdLineProps> = (props) => {
  const { domain, value, label, valueText, onPut } = props;
  const { isDragged, start, move, put, cancel } = useDrag(props);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape' && isDragged) {
      event.stopPropagation();
      cancel();
      return;
    }
    const next = byKey(event.key, props);
    if (next === undefined) return;
    event.preventDefault();
    onPut(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={domain.min}
      aria-valuemax={domain.max}
      aria-valuenow={value}
      aria-valuetext={valueText}
      className="euiTextColor euiTextColor--danger"
      style={{
        position: 'absolute',
        left: 0,
        right: 0,
        top: `calc(${depthOf(value, domain) * 100}% - ${GRIP / 2}px)`,
        height: GRIP,
        cursor: 'ns-resize',
        touchAction: 'none',
        zIndex: 1,
      }}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={put}
      onPointerCancel={cancel}
      onKeyDown={onKeyDown}
      data-test-subj="thresholdLine"
    >
      <div style={lineStyle(isDragged)} />
      <div style={knobStyle} />
    </div>
  );
};
