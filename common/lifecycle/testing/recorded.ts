/** For tests of every floor: what a real Index State Management was asked, and answered. */
export { RECORDINGS, recordedText } from '../../../test/fixtures/ism/recordings';
export { ILM_POLICIES } from '../../../test/fixtures/ilm/policies';
