import { EuiConfirmModal, EuiFlyout, EuiModal } from '@elastic/eui';
import type { MountPoint, OverlayRef, OverlayStart } from 'opensearch-dashboards/public';
import React from 'react';
import type { ReactElement } from 'react';
import { MountedContent, mountReact } from '../core/mount_react';
import { i18n } from '../i18n';

/** Something that lies over the page, and can be closed from both sides. */
class Overlay implements OverlayRef {
  readonly onClose: Promise<void>;
  private readonly element = document.createElement('div');
  private unmount: () => void = () => undefined;
  private resolveClose: () => void = () => undefined;

  constructor(render: (close: () => void) => ReactElement) {
    this.onClose = new Promise((resolve) => {
      this.resolveClose = resolve;
    });
    document.body.appendChild(this.element);
    this.unmount = mountReact(
      this.element,
      render(() => void this.close())
    );
  }

  async close(): Promise<void> {
    this.unmount();
    this.unmount = () => undefined;
    this.element.remove();
    this.resolveClose();
    return this.onClose;
  }
}

/** Flyouts, modals and questions; one flyout and one modal at a time, as in Dashboards. */
export function createOverlays(): OverlayStart {
  let flyout: Overlay | undefined;
  let modal: Overlay | undefined;
  const replaceModal = (render: (close: () => void) => ReactElement) => {
    void modal?.close();
    modal = new Overlay(render);
    return modal;
  };
  return {
    openFlyout(mount, options = {}) {
      void flyout?.close();
      flyout = new Overlay((close) => (
        <EuiFlyout {...options} onClose={close}>
          <MountedContent mount={mount} />
        </EuiFlyout>
      ));
      return flyout;
    },
    openModal: (mount, options = {}) =>
      replaceModal((close) => (
        <EuiModal {...options} onClose={close}>
          <MountedContent mount={mount} />
        </EuiModal>
      )),
    openConfirm: (message, options = {}) =>
      new Promise((resolve) => {
        const opened = replaceModal((close) => {
          const answer = (confirmed: boolean) => () => {
            resolve(confirmed);
            close();
          };
          return (
            <EuiConfirmModal
              title={i18n.translate('standalone.overlays.confirmTitle', {
                defaultMessage: 'Are you sure?',
              })}
              cancelButtonText={i18n.translate('standalone.overlays.cancelButtonLabel', {
                defaultMessage: 'Cancel',
              })}
              confirmButtonText={i18n.translate('standalone.overlays.confirmButtonLabel', {
                defaultMessage: 'Confirm',
              })}
              {...options}
              onCancel={answer(false)}
              onConfirm={answer(true)}
            >
              {question(message)}
            </EuiConfirmModal>
          );
        });
        void opened.onClose.then(() => resolve(false));
      }),
  };
}

function question(message: string | MountPoint) {
  return typeof message === 'string' ? message : <MountedContent mount={message} />;
}
