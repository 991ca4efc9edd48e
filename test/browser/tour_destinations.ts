import { click, part, rowOf } from './parts';
import type { Sights } from './sights';
import { go } from './stop';
import type { Stop } from './stop';

/** The pages of destinations and of what became of messages. */
export const destinationStops = ({ destinationId }: Sights): Stop[] => [
  {
    name: 'the destinations',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_destinations');
      await part(page, 'destinationLink');
    },
  },
  {
    name: 'the deliveries',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/deliveries');
      await part(page, 'deliveryRow');
    },
  },
  {
    name: 'the story of a message',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/deliveries?status=sent');
      await click(page, 'deliveryLink');
      await part(page, 'attemptsTable');
      await part(page, 'webhookBody');
    },
  },
  {
    name: 'the question before everything is paused',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/deliveries');
      await click(page, 'pauseNotifications');
      await part(page, 'pauseDialog');
    },
  },
  {
    name: 'no delivery that matches',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/deliveries?search=nowhere');
      await part(page, 'clearFilters');
    },
  },
  {
    name: 'who uses a destination',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations');
      await click(page, 'usedBy');
      await page.locator('.euiPopoverTitle').waitFor();
    },
  },
  {
    name: 'a test message',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_destinations');
      await rowOf(page, 'destinationsTable', 'On-call inbox').getByTestId('testAction').click();
      await part(page, 'testAccepted');
    },
  },
  {
    name: 'a new Slack destination with errors',
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/create');
      await click(page, 'saveDestination');
      await page.locator('.euiFormErrorText').first().waitFor();
    },
  },
  {
    name: 'a new webhook with a header',
    dark: true,
    show: async (page) => {
      await go(page, 'watchkeeper_destinations/create');
      await click(page, 'destinationType');
      await click(page, 'destinationType-webhook');
      await click(page, 'addHeader');
      await part(page, 'headerValue');
      await part(page, 'bodyTemplate');
    },
  },
  {
    name: 'a stored webhook',
    show: async (page) => {
      await go(page, `watchkeeper_destinations/${destinationId}`);
      await part(page, 'destinationUrl');
    },
  },
];
