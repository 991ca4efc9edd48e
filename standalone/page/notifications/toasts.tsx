import { EuiButton } from '@elastic/eui';
import type {
  ErrorToastOptions,
  IToasts,
  IUiSettingsClient,
  OverlayStart,
  Toast,
  ToastInput,
  ToastInputFields,
} from 'opensearch-dashboards/public';
import React from 'react';
import { BehaviorSubject } from 'rxjs';
import { i18n } from '../i18n';
import { mountReact } from '../core/mount_react';
import { openErrorDetails } from './error_details';

/** The notes that pop up at the lower right. */
export class Toasts implements IToasts {
  readonly toasts$ = new BehaviorSubject<Toast[]>([]);
  private next = 0;

  constructor(
    private readonly uiSettings: IUiSettingsClient,
    private readonly overlays: OverlayStart
  ) {}

  get$ = () => this.toasts$;

  add = (input: ToastInput): Toast => {
    const fields = fieldsOf(input);
    const known = this.toasts$.value.find(({ id }) => id === fields.id);
    if (known !== undefined) return known;
    const toastLifeTimeMs = this.lifetime('info');
    const toast = { id: String(this.next++), toastLifeTimeMs, ...fields };
    this.toasts$.next([...this.toasts$.value, toast]);
    return toast;
  };

  remove = (toastOrId: Toast | string): void => {
    const id = typeof toastOrId === 'string' ? toastOrId : toastOrId.id;
    this.toasts$.next(this.toasts$.value.filter((toast) => toast.id !== id));
  };

  addInfo = (input: ToastInput, options?: object): Toast =>
    this.add({ color: 'primary', iconType: 'iInCircle', ...fieldsOf(input), ...options });

  addSuccess = (input: ToastInput, options?: object): Toast =>
    this.add({ color: 'success', iconType: 'check', ...fieldsOf(input), ...options });

  addWarning = (input: ToastInput, options?: object): Toast =>
    this.add({
      color: 'warning',
      iconType: 'help',
      toastLifeTimeMs: this.lifetime('warning'),
      ...fieldsOf(input),
      ...options,
    });

  addDanger = (input: ToastInput, options?: object): Toast =>
    this.add({
      color: 'danger',
      iconType: 'alert',
      toastLifeTimeMs: this.lifetime('warning'),
      ...fieldsOf(input),
      ...options,
    });

  addError = (error: Error, { title, toastMessage, ...options }: ErrorToastOptions): Toast =>
    this.add({
      color: 'danger',
      iconType: 'alert',
      toastLifeTimeMs: this.lifetime('error'),
      title,
      text: (element) => mountReact(element, this.errorText(error, title, toastMessage)),
      ...options,
    });

  private errorText(error: Error, title: string, toastMessage?: string) {
    return (
      <>
        <p>{toastMessage ?? error.message}</p>
        <EuiButton
          size="s"
          color="danger"
          onClick={() => openErrorDetails(this.overlays, title, error)}
        >
          {i18n.translate('standalone.toasts.seeErrorButtonLabel', {
            defaultMessage: 'See the full error',
          })}
        </EuiButton>
      </>
    );
  }

  private lifetime(kind: 'info' | 'warning' | 'error'): number {
    return this.uiSettings.get<number>(`notifications:lifetime:${kind}`);
  }
}

function fieldsOf(input: ToastInput): ToastInputFields {
  return typeof input === 'string' ? { title: input } : input;
}
