/** The object without one of its members. */
export const withoutMember = <T>(
  members: Readonly<Record<string, T>>,
  member: string
): Record<string, T> =>
  Object.fromEntries(Object.entries(members).filter(([name]) => name !== member));
