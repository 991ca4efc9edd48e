/** What OUI's own components say, in the host's language: Dashboards' core gives them their texts, too. */
import { EuiContext } from '@elastic/eui';
import React, { useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { i18n } from './i18n';

/** OUI puts the values in. */
const left = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `{${name}}`]));

const tables = (): Record<string, string> => ({
  'ouiBasicTable.tableCaptionWithPagination': i18n.translate('standalone.oui.tableCaption', {
    defaultMessage: '{tableCaption}; page {page} of {pageCount}.',
    values: left('tableCaption', 'page', 'pageCount'),
  }),
  'ouiBasicTable.tablePagination': i18n.translate('standalone.oui.tablePaginationAriaLabel', {
    defaultMessage: 'Pages of: {tableCaption}',
    values: left('tableCaption'),
  }),
  'ouiBasicTable.selectAllRows': i18n.translate('standalone.oui.selectAllRowsAriaLabel', {
    defaultMessage: 'Select all rows',
  }),
  'ouiBasicTable.selectThisRow': i18n.translate('standalone.oui.selectThisRowAriaLabel', {
    defaultMessage: 'Select this row',
  }),
  'ouiCollapsedItemActions.allActions': i18n.translate('standalone.oui.allActionsLabel', {
    defaultMessage: 'All actions',
  }),
  'ouiTableSortMobile.sorting': i18n.translate('standalone.oui.sortingLabel', {
    defaultMessage: 'Sorting',
  }),
});

const pagination = (): Record<string, string> => ({
  'ouiTablePagination.rowsPerPage': i18n.translate('standalone.oui.rowsPerPageLabel', {
    defaultMessage: 'Rows per page',
  }),
  'ouiTablePagination.rowsPerPageOption': i18n.translate('standalone.oui.rowsPerPageOption', {
    defaultMessage: '{rowsPerPage} rows',
    values: left('rowsPerPage'),
  }),
  'ouiPaginationButton.longPageString': i18n.translate('standalone.oui.pageOfPagesAriaLabel', {
    defaultMessage: 'Page {page} of {totalPages}',
    values: left('page', 'totalPages'),
  }),
  'ouiPaginationButton.shortPageString': i18n.translate('standalone.oui.pageAriaLabel', {
    defaultMessage: 'Page {page}',
    values: left('page'),
  }),
  'ouiPagination.previousPage': i18n.translate('standalone.oui.previousPageOfAriaLabel', {
    defaultMessage: 'Previous page, {page}',
    values: left('page'),
  }),
  'ouiPagination.disabledPreviousPage': i18n.translate('standalone.oui.previousPageAriaLabel', {
    defaultMessage: 'Previous page',
  }),
  'ouiPagination.nextPage': i18n.translate('standalone.oui.nextPageOfAriaLabel', {
    defaultMessage: 'Next page, {page}',
    values: left('page'),
  }),
  'ouiPagination.disabledNextPage': i18n.translate('standalone.oui.nextPageAriaLabel', {
    defaultMessage: 'Next page',
  }),
  'ouiPagination.pageOfTotalCompressed': i18n.translate('standalone.oui.pageOfTotalText', {
    defaultMessage: '{page} of {total}',
    values: left('page', 'total'),
  }),
});

const fields = (): Record<string, string> => ({
  'ouiComboBoxPill.removeSelection': i18n.translate('standalone.oui.removeChoiceAriaLabel', {
    defaultMessage: 'Remove {children} from the choice',
    values: left('children'),
  }),
  'ouiComboBoxOptionsList.loadingOptions': i18n.translate('standalone.oui.loadingOptionsText', {
    defaultMessage: 'Loading options',
  }),
  'ouiComboBoxOptionsList.alreadyAdded': i18n.translate('standalone.oui.alreadyAddedText', {
    defaultMessage: '{label} has been added already',
    values: left('label'),
  }),
  'ouiComboBoxOptionsList.noMatchingOptions': i18n.translate('standalone.oui.noMatchText', {
    defaultMessage: 'No option matches {searchValue}',
    values: left('searchValue'),
  }),
  'ouiComboBoxOptionsList.noAvailableOptions': i18n.translate('standalone.oui.noOptionsText', {
    defaultMessage: 'There are no options',
  }),
  'ouiComboBoxOptionsList.allOptionsSelected': i18n.translate('standalone.oui.allChosenText', {
    defaultMessage: 'All options are chosen',
  }),
  'ouiFormControlLayoutClearButton.label': i18n.translate('standalone.oui.clearInputAriaLabel', {
    defaultMessage: 'Clear input',
  }),
  'ouiFieldPassword.showPassword': i18n.translate('standalone.oui.showPasswordAriaLabel', {
    defaultMessage: 'Show it as plain text, for all to see on your screen',
  }),
  'ouiFieldPassword.maskPassword': i18n.translate('standalone.oui.maskPasswordAriaLabel', {
    defaultMessage: 'Hide it',
  }),
  'ouiSuperSelectControl.selectAnOption': i18n.translate('standalone.oui.chosenOptionText', {
    defaultMessage: 'Choose an option: {selectedValue} is chosen',
    values: left('selectedValue'),
  }),
  'ouiSuperSelect.screenReaderAnnouncement': i18n.translate('standalone.oui.choicesText', {
    defaultMessage:
      'Choose one of {optionsCount} options: up and down arrows move, Enter chooses, Escape closes.',
    values: left('optionsCount'),
  }),
  'ouiFilePicker.clearSelectedFiles': i18n.translate('standalone.oui.clearFilesAriaLabel', {
    defaultMessage: 'Clear selected files',
  }),
  'ouiFilePicker.removeSelected': i18n.translate('standalone.oui.removeFilesLabel', {
    defaultMessage: 'Remove',
  }),
});

const around = (): Record<string, string> => ({
  'ouiCodeBlock.copyButton': i18n.translate('standalone.oui.copyButtonLabel', {
    defaultMessage: 'Copy',
  }),
  'ouiCodeBlock.fullscreenExpand': i18n.translate('standalone.oui.expandAriaLabel', {
    defaultMessage: 'Expand',
  }),
  'ouiCodeBlock.fullscreenCollapse': i18n.translate('standalone.oui.collapseAriaLabel', {
    defaultMessage: 'Collapse',
  }),
  'ouiFlyout.closeAriaLabel': i18n.translate('standalone.oui.closeFlyoutAriaLabel', {
    defaultMessage: 'Close this dialog',
  }),
  'ouiModal.closeModal': i18n.translate('standalone.oui.closeModalAriaLabel', {
    defaultMessage: 'Close this window',
  }),
  'ouiPopover.screenReaderAnnouncement': i18n.translate('standalone.oui.popoverText', {
    defaultMessage: 'You are in a dialog. Escape closes it.',
  }),
  'ouiLink.external.ariaLabel': i18n.translate('standalone.oui.externalLinkAriaLabel', {
    defaultMessage: 'External link',
  }),
  'ouiLink.newTarget.screenReaderOnlyText': i18n.translate('standalone.oui.newTabText', {
    defaultMessage: '(opens in a new tab or window)',
  }),
  'ouiToast.dismissToast': i18n.translate('standalone.oui.dismissToastAriaLabel', {
    defaultMessage: 'Dismiss the notice',
  }),
  'ouiToast.newNotification': i18n.translate('standalone.oui.newToastText', {
    defaultMessage: 'A new notice appears',
  }),
  'ouiToast.notification': i18n.translate('standalone.oui.toastLabel', {
    defaultMessage: 'Notice',
  }),
});

/** Around every tree of the page, those of the plugin included. */
export function OuiTexts({ children }: { children?: ReactNode }): ReactElement {
  const mapping = useMemo(() => ({ ...tables(), ...pagination(), ...fields(), ...around() }), []);
  return <EuiContext i18n={{ mapping }}>{<>{children}</>}</EuiContext>;
}
