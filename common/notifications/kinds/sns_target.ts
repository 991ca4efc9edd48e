/** What an SNS message goes to, as its text tells. */
export type SnsTarget =
  | { kind: 'topic'; arn: string; region: string; partition: string; fifo: boolean }
  /** An app on a device. */
  | { kind: 'endpoint'; arn: string; region: string; partition: string }
  | { kind: 'phone'; number: string };

const ARN = /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z0-9-]+):\d{12}:([A-Za-z0-9_/.-]{1,1024})$/;
const TOPIC = /^[A-Za-z0-9_-]{1,256}(?:\.fifo)?$/;
/** E.164. */
const PHONE = /^\+[1-9]\d{5,14}$/;

/**
 * Undefined where it is none.
 * Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export const snsTargetOf = (text: string): SnsTarget | undefined => {
  if (PHONE.test(text)) return { kind: 'phone', number: text };
  const [, partition, region, resource] = ARN.exec(text) ?? [];
  if (resource === undefined) return undefined;
  if (resource.startsWith('endpoint/')) return { kind: 'endpoint', arn: text, region, partition };
  if (!TOPIC.test(resource)) return undefined;
  return { kind: 'topic', arn: text, region, partition, fifo: resource.endsWith('.fifo') };
};

/** Of a phone number only the region tells. */
const partitionOf = (region: string): string => {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
};

/** `https://sns.eu-west-1.amazonaws.com` */
export const awsHost = (service: 'sns' | 'sts', region: string): string => {
  const suffix = partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://${service}.${region}.${suffix}`;
};
