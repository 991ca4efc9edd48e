// Real clusters, hosts and browsers: only a test that fails needs that long.
jest.setTimeout(180_000);
