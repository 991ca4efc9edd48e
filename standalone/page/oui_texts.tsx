/** What OUI's own components say, in the host's language: Dashboards' core gives them their texts, too. */
import { EuiContext } from '@elastic/eui';
import React, { useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { i18n } from './i18n';

/** OUI puts the values in. */
const left = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `{${name}}`]));

const tables = (): Record<string, string> => ({
  'euiBasicTable.tableCaptionWithPagination': i18n.translate('standalone.oui.tableCaption', {
    defaultMessage: '{tableCaption}; page {page} of {pageCount}.',
    values: left('tableCaption', 'page', 'pageCount'),
  }),
  'euiBasicTable.tablePagination': i18n.translate('standalone.oui.tablePaginationAriaLabel', {
    defaultMessage: 'Pages of: {tableCaption}',
    values: left('tableCaption'),
  }),
  'euiBasicTable.selectAllRows': i18n.translate('standalone.oui.selectAllRowsAriaLabel', {
    defaultMessage: 'Select all rows',
  }),
  'euiBasicTable.selectThisRow': i18n.translate('standalone.oui.selectThisRowAriaLabel', {
    defaultMessage: 'Select this row',
  }),
  'euiCollapsedItemActions.allActions': i18n.translate('standalone.oui.allActionsLabel', {
    defaultMessage: 'All actions',
  }),
  'euiTableSortMobile.sorting': i18n.translate('standalone.oui.sortingLabel', {
    defaultMessage: 'Sorting',
  }),
});

const pagination = (): Record<string, string> => ({
  'euiTablePagination.rowsPerPage': i18n.translate('standalone.oui.rowsPerPageLabel', {
    defaultMessage: 'Rows per page',
  }),
  'euiTablePagination.rowsPerPageOption': i18n.translate('standalone.oui.rowsPerPageOption', {
    defaultMessage: '{rowsPerPage} rows',
    values: left('rowsPerPage'),
  }),
  'euiPaginationButton.longPageString': i18n.translate('standalone.oui.pageOfPagesAriaLabel', {
    defaultMessage: 'Page {page} of {totalPages}',
    values: left('page', 'totalPages'),
  }),
  'euiPaginationButton.shortPageString': i18n.translate('standalone.oui.pageAriaLabel', {
    defaultMessage: 'Page {page}',
    values: left('page'),
  }),
  'euiPagination.previousPage': i18n.translate('standalone.oui.previousPageOfAriaLabel', {
    defaultMessage: 'Previous page, {page}',
    values: left('page'),
  }),
  'euiPagination.disabledPreviousPage': i18n.translate('standalone.oui.previousPageAriaLabel', {
    defaultMessage: 'Previous page',
  }),
  'euiPagination.nextPage': i18n.translate('standalone.oui.nextPageOfAriaLabel', {
    defaultMessage: 'Next page, {page}',
    values: left('page'),
  }),
  'euiPagination.disabledNextPage': i18n.translate('standalone.oui.nextPageAriaLabel', {
    defaultMessage: 'Next page',
  }),
  'euiPagination.pageOfTotalCompressed': i18n.translate('standalone.oui.pageOfTotalText', {
    defaultMessage: '{page} of {total}',
    values: left('page', 'total'),
  }),
});

const fields = (): Record<string, string> => ({
  'euiComboBoxPill.removeSelection': i18n.translate('standalone.oui.removeChoiceAriaLabel', {
    defaultMessage: 'Remove {children} from the choice',
    values: left('children'),
  }),
  'euiComboBoxOptionsList.loadingOptions': i18n.translate('standalone.oui.loadingOptionsText', {
    defaultMessage: 'Loading options',
  }),
  'euiComboBoxOptionsList.alreadyAdded': i18n.translate('standalone.oui.alreadyAddedText', {
    defaultMessage: '{label} has been added already',
    values: left('label'),
  }),
  'euiComboBoxOptionsList.noMatchingOptions': i18n.translate('standalone.oui.noMatchText', {
    defaultMessage: 'No option matches {searchValue}',
    values: left('searchValue'),
  }),
  'euiComboBoxOptionsList.noAvailableOptions': i18n.translate('standalone.oui.noOptionsText', {
    defaultMessage: 'There are no options',
  }),
  'euiComboBoxOptionsList.allOptionsSelected': i18n.translate('standalone.oui.allChosenText', {
    defaultMessage: 'All options are chosen',
  }),
  'euiFormControlLayoutClearButton.label': i18n.translate('standalone.oui.clearInputAriaLabel', {
    defaultMessage: 'Clear input',
  }),
  'euiFieldPassword.showPassword': i18n.translate('standalone.oui.showPasswordAriaLabel', {
    defaultMessage: 'Show it as plain text, for all to see on your screen',
  }),
  'euiFieldPassword.maskPassword': i18n.translate('standalone.oui.maskPasswordAriaLabel', {
    defaultMessage: 'Hide it',
  }),
  'euiSuperSelectControl.selectAnOption': i18n.translate('standalone.oui.chosenOptionText', {
    defaultMessage: 'Choose an option: {selectedValue} is chosen',
    values: left('selectedValue'),
  }),
  'euiSuperSelect.screenReaderAnnouncement': i18n.translate('standalone.oui.choicesText', {
    defaultMessage:
      'Choose one of {optionsCount} options: up and down arrows move, Enter chooses, Escape closes.',
    values: left('optionsCount'),
  }),
  'euiFilePicker.clearSelectedFiles': i18n.translate('standalone.oui.clearFilesAriaLabel', {
    defaultMessage: 'Clear selected files',
  }),
  'euiFilePicker.removeSelected': i18n.translate('standalone.oui.removeFilesLabel', {
    defaultMessage: 'Remove',
  }),
});

const around = (): Record<string, string> => ({
  'euiCodeBlock.copyButton': i18n.translate('standalone.oui.copyButtonLabel', {
    defaultMessage: 'Copy',
  }),
  'euiCodeBlock.fullscreenExpand': i18n.translate('standalone.oui.expandAriaLabel', {
    defaultMessage: 'Expand',
  }),
  'euiCodeBlock.fullscreenCollapse': i18n.translate('standalone.oui.collapseAriaLabel', {
    defaultMessage: 'Collapse',
  }),
  'euiFlyout.closeAriaLabel': i18n.translate('standalone.oui.closeFlyoutAriaLabel', {
    defaultMessage: 'Close this dialog',
  }),
  'euiModal.closeModal': i18n.translate('standalone.oui.closeModalAriaLabel', {
    defaultMessage: 'Close this window',
  }),
  'euiPopover.screenReaderAnnouncement': i18n.translate('standalone.oui.popoverText', {
    defaultMessage: 'You are in a dialog. Escape closes it.',
  }),
  'euiLink.external.ariaLabel': i18n.translate('standalone.oui.externalLinkAriaLabel', {
    defaultMessage: 'External link',
  }),
  'euiLink.newTarget.screenReaderOnlyText': i18n.translate('standalone.oui.newTabText', {
    defaultMessage: '(opens in a new tab or window)',
  }),
  'euiToast.dismissToast': i18n.translate('standalone.oui.dismissToastAriaLabel', {
    defaultMessage: 'Dismiss the notice',
  }),
  'euiToast.newNotification': i18n.translate('standalone.oui.newToastText', {
    defaultMessage: 'A new notice appears',
  }),
  'euiToast.notification': i18n.translate('standalone.oui.toastLabel', {
    defaultMessage: 'Notice',
  }),
});

/** Around every tree of the page, those of the plugin included. */
export function OuiTexts({ children }: { children?: ReactNode }): ReactElement {
  const mapping = useMemo(() => ({ ...tables(), ...pagination(), ...fields(), ...around() }), []);
  return <EuiContext i18n={{ mapping }}>{<>{children}</>}</EuiContext>;
}
