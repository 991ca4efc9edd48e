/** The matchers that the component tests have from their set-up. */
import '@testing-library/jest-dom';
