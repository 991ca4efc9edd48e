import fc from 'fast-check';
import { parseLossless } from '../../../json/lossless';
import { TemplateContext } from '../template_context';
import { renderTemplate } from '../template';
import { templateText } from '../template_text';
import { mergeShapes, shapeOf } from './shape';
import { ShapeScope } from './shape_scope';

const NAMES = ['a', 'b', 'a.b', 'size', '0', 'date'];
const names = fc.constantFrom(...NAMES);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 5, '', 'text', '2026-01-02T03:04:05Z'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4 })
  ),
}));
const views = fc.dictionary(names, values, { maxKeys: 4 });
const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'));

describe('the shape of a sample', () => {
  it('finds a name exactly where the renderer finds it', () => {
    fc.assert(
      fc.property(views, paths, (view, path) => {
        const value = new TemplateContext(view).lookup(path);
        const found = new ShapeScope(shapeOf(view)).lookup(path);
        if (found.kind === 'missing') expect(value).toBeUndefined();
        if (value !== undefined && value !== null) expect(found.kind).not.toBe('missing');
      })
    );
  });

  it('shows as a value only what then prints', () => {
    fc.assert(
      fc.property(views, paths, (view, path) => {
        const found = new ShapeScope(shapeOf(view)).lookup(path);
        if (found.kind !== 'found' || !('sample' in found.shape)) return;
        if (/\.(?:\d+|size)(?:\.|$)/.test(path)) return;
        expect(renderTemplate(`{{${path}}}`, view)).toBe(templateText(found.shape.sample));
      })
    );
  });

  it('knows of the items of a list what any of them has', () => {
    const shape = shapeOf(
      parseLossless('[{"a":1},{"b":"x"},{"a":null,"c":[]},{"c":[{"d":true}]}]')
    );
    const scope = new ShapeScope(shape.kind === 'list' ? shape.item : shape);
    for (const [name, kind] of Object.entries({ a: 'number', b: 'text', 'c.0.d': 'boolean' })) {
      expect(scope.lookup(name)).toMatchObject({ kind: 'found', shape: { kind } });
    }
    expect(scope.lookup('d')).toMatchObject({ kind: 'missing', step: 'd' });
  });

  it('says nothing of what is one thing here and another there', () => {
    expect(mergeShapes(shapeOf('a'), shapeOf(['a']))).toEqual({ kind: 'anything' });
    expect(mergeShapes(shapeOf(null), shapeOf(['a']))).toMatchObject({ kind: 'list' });
    expect(mergeShapes(shapeOf(''), shapeOf('a'))).toEqual({ kind: 'text', sample: 'a' });
  });
});
