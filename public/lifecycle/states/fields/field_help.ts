import { i18n } from '@osd/i18n';
import type { Param, ParamType } from '../../../../common/lifecycle/actions/param';
import { say } from '../../../shared/say';

const EXAMPLES: Readonly<Partial<Record<ParamType['kind'], string>>> = {
  ...{ duration: '3d', size: '30gb', json: '{ }' },
};

/** What stands in an empty field: what holds without it, or an example. */
export const exampleOf = ({ example, type, default: preset }: Param): string | undefined =>
  preset === undefined ? (example ?? EXAMPLES[type.kind]) : String(preset);

const kindHelp = (kind: ParamType['kind']): string | undefined => {
  switch (kind) {
    case 'texts':
      return i18n.translate('watchkeeper.lifecycle.states.textsHelp', {
        defaultMessage: 'Separated by commas',
      });
    case 'reference':
      return i18n.translate('watchkeeper.lifecycle.states.referenceHelp', {
        defaultMessage: 'Its id',
      });
    case 'duration':
      return i18n.translate('watchkeeper.lifecycle.states.durationHelp', {
        defaultMessage: 'A number and a unit, as in 3d, 12h or 30m',
      });
    case 'size':
      return i18n.translate('watchkeeper.lifecycle.states.sizeHelp', {
        defaultMessage: 'A number and a unit, as in 30gb or 512mb',
      });
    default:
      return undefined;
  }
};

export const helpOf = ({ help, type }: Param): string | undefined =>
  help ? say(help) : kindHelp(type.kind);
