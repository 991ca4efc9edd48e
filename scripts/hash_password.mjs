// Prints the hash of a password for `auth.password_hash`. The password comes from the terminal or from a pipe.
import { printPasswordHash } from './setup/password_hash.mjs';

try {
  await printPasswordHash();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
