import React, { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseLossless } from '../../../../common/json/lossless';
import {
  NOTHING,
  listShape,
  mapShape,
  shapeOf,
} from '../../../../common/notifications/templates/checking/shape';
import { monitorSample } from '../../testing/samples';
import { showEditor } from '../../testing/show_editor';
import { TemplateField } from './template_field';

jest.mock('../../../shared/code_editor', () =>
  jest.requireActual('../../testing/plain_code_editor')
);

const SHAPE = shapeOf(parseLossless('{"ctx":{"monitor":{"name":"Errors"},"hits":{"a":1}}}'));

const show = (first: string, shape = SHAPE, known = true): void => {
  const One: React.FC = () => {
    const [source, setSource] = useState(first);
    return (
      <TemplateField
        field="f"
        label="Message"
        source={source}
        onChange={setSource}
        sample={{ shape, known }}
        mark="one"
      />
    );
  };
  showEditor(<One />, monitorSample());
};

describe('a template that is written', () => {
  it('is told of a wrong name, and mended by a click', async () => {
    show('Hi {{ctx.monitor.nmae}}');
    expect(await screen.findByTestId('templateWarning')).toHaveTextContent(
      'Line 1, column 4: There is no ctx.monitor.nmae'
    );
    await userEvent.click(screen.getByTestId('templateFix'));
    expect(screen.getByTestId('one')).toHaveValue('Hi {{ctx.monitor.name}}');
    expect(screen.queryByTestId('templateWarning')).not.toBeInTheDocument();
  });

  it('is marked in the text where it cannot be rendered', async () => {
    show('fine');
    fireEvent.change(screen.getByTestId('one'), { target: { value: 'a\n{{#ctx.hits}}' } });
    expect(await screen.findByText('2: Unclosed section "ctx.hits".')).toBeInTheDocument();
  });

  it('counts what the last Run does not show, and says nothing of it before the first', async () => {
    const empty = mapShape({ ctx: mapShape({ hits: listShape(NOTHING) }) });
    const source = '{{#ctx.hits}}{{_source.a}} {{_source.b}}{{/ctx.hits}}';
    show(source, empty);
    expect(await screen.findByTestId('templateUnsure')).toHaveTextContent('2 names are not known');
  });

  it('says nothing of names before the first Run', () => {
    show('{{#ctx.hits}}{{_source.a}}{{/ctx.hits}}', mapShape({ ctx: mapShape({}, true) }), false);
    expect(screen.queryByTestId('templateUnsure')).not.toBeInTheDocument();
    expect(screen.queryByTestId('templateWarning')).not.toBeInTheDocument();
  });
});
