import { describe, expect, test } from 'vitest';
import { hideChosenNames } from '../../../src/core/chosen-names.ts';

describe('hideChosenNames', () => {
  test.each([
    ['a message without names', 'Error: ErrImagePull', 'Error: ErrImagePull'],
    [
      'the container and the pod of a back-off',
      'Back-off restarting failed container oom in pod timeout-0_x509(1f)',
      'Back-off restarting failed container',
    ],
    [
      'an image wherever it stands; its host stays',
      'Failed to pull image "registry.example/oom/x509:timeout": registry.example/oom/x509:timeout: not found',
      'Failed to pull image "registry.example/name:reference": registry.example/name:reference: not found',
    ],
    [
      'an image without a host',
      'Failed to pull image "oom/x509": not found',
      'Failed to pull image "name:reference": not found',
    ],
    [
      'the path of its manifest',
      'failed to resolve reference "registry.example/oom:x509": Head "https://registry.example/v2/oom/manifests/x509": EOF',
      'failed to resolve reference "registry.example/name:reference": Head "https://registry.example/v2/name/manifests/reference": EOF',
    ],
    [
      'not that of the sandbox, which says what it is',
      'failed to pull image "registry.example/pause:3.9": EOF',
      'failed to pull image "registry.example/pause:3.9": EOF',
    ],
  ])('%s', (_, message, hidden) => {
    expect(hideChosenNames(message)).toBe(hidden);
  });
});
