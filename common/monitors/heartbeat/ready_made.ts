/** Lines that call a heartbeat, to be pasted where they are needed. */

export const CALLERS = ['curl', 'cron', 'kubernetes', 'powershell', 'alertmanager'] as const;
export type Caller = (typeof CALLERS)[number];

export interface PingAddress {
  /** Of the ping route, without a token. */
  base: string;
  token: string;
}

const CURL = 'curl -fsS -m 10 --retry 3 -o /dev/null';

const kubernetes = (url: string): string => `apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly-job
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: job
              image: curlimages/curl
              command: ["/bin/sh", "-c"]
              args:
                - |
                  ping=${url}
                  if /path/to/job; then ${CURL} $ping; else ${CURL} $ping/fail; exit 1; fi
`;

/** Prometheus' Watchdog always fires, so that its message comes as long as the whole way to the receiver works. */
const alertmanager = ({ base, token }: PingAddress): string => `route:
  routes:
    - matchers: [ alertname = "Watchdog" ]
      receiver: watchkeeper
      group_wait: 0s
      group_interval: 1m
      # Below the interval of the group: else only every second message is sent.
      repeat_interval: 50s
receivers:
  - name: watchkeeper
    webhook_configs:
      - url: ${base}
        send_resolved: false
        http_config:
          authorization:
            credentials: ${token}
`;

/** The lines for a caller. */
export const callerLines = (caller: Caller, address: PingAddress): string => {
  const { base, token } = address;
  const url = `${base}/${token}`;
  switch (caller) {
    case 'curl':
      return `${CURL} ${url}

# Without the token in the URL, and with a message
curl -fsS -m 10 -H 'Authorization: Bearer ${token}' -d 'copied 1,204 files' ${base}

# It has begun; it has failed
${CURL} ${url}/start
${CURL} ${url}/fail
`;
    case 'cron':
      return `0 3 * * * /path/to/job && ${CURL} ${url} || ${CURL} ${url}/fail
`;
    case 'kubernetes':
      return kubernetes(url);
    case 'powershell':
      return `Invoke-RestMethod -Uri '${url}' -TimeoutSec 10

# With a message
Invoke-RestMethod -Method Post -Uri '${base}' -Headers @{ Authorization = 'Bearer ${token}' } -Body 'copied 1,204 files'
`;
    case 'alertmanager':
      return alertmanager(address);
  }
};
