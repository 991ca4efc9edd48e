// Real clusters, hosts and browsers: only a test that fails needs that long.
jest.setTimeout(400_000);

// They share a machine with each other: a test that fails says so, and is given one more try.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
