import { expect, test } from 'vitest';
import { findUnknownPlaceholders } from '../../../src/schemas/placeholders.ts';

test.each([
  ['kubectl logs <pod> -n <namespace> -c <container> --previous', []],
  ['kubectl logs <pod-name> -n <Namespace>', ['<pod-name>', '<Namespace>']],
  ["kubectl get pod <pod> -o jsonpath='{.status}' 2>/dev/null <<EOF", []],
])('%s', (command, unknown) => {
  expect(findUnknownPlaceholders(command)).toEqual(unknown);
});
