import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1';
import { Service } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../deploy/kubernetes');
const read = (file: string): unknown => parse(readFileSync(join(FOLDER, file), 'utf8'));
const readDeployment = () => new Deployment(read('deployment.yaml') as Deployment);

test.each([
  { file: 'deployment.yaml', make: (value: unknown) => new Deployment(value as Deployment) },
  { file: 'service.yaml', make: (value: unknown) => new Service(value as Service) },
  { file: 'ingress.yaml', make: (value: unknown) => new Ingress(value as Ingress) },
])('$file fits the schema of the API', ({ file, make }) => {
  expect(() => {
    make(read(file)).validate();
  }).not.toThrow();
});

test('a manifest that does not fit is refused', () => {
  const wrong = read('deployment.yaml') as { spec: { replicas: unknown } };
  wrong.spec.replicas = 'two';
  expect(() => {
    new Deployment(wrong as unknown as Deployment).validate();
  }).toThrow('replicas');
});

test('every manifest is in the kustomization', () => {
  const { resources } = read('kustomization.yaml') as { resources: string[] };
  const files = globSync('*.yaml', { cwd: FOLDER }).filter((file) => !file.startsWith('kustom'));
  expect([...resources].sort()).toEqual(files.sort());
});

describe('the deployment', () => {
  const pod = readDeployment().spec?.template.spec;
  const [container] = pod?.containers ?? [];

  test('fits the restricted Pod Security Standard, and writes nothing', () => {
    expect(pod?.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod?.automountServiceAccountToken).toBe(false);
    expect(pod?.volumes).toBeUndefined();
  });

  test('has probes and limits', () => {
    expect(container?.readinessProbe?.httpGet?.path).toBe('/healthz');
    expect(container?.livenessProbe?.httpGet?.path).toBe('/healthz');
    expect(container?.resources?.limits).toHaveProperty('memory');
  });

  test('is what the service and the ingress lead to', () => {
    const service = new Service(read('service.yaml') as Service);
    const labels = readDeployment().spec?.template.metadata?.labels;
    expect(labels).toMatchObject(service.spec?.selector ?? { none: '' });
    const [port] = service.spec?.ports ?? [];
    expect(container?.ports?.map(({ name }) => name)).toContain(port?.targetPort);
    const ingress = new Ingress(read('ingress.yaml') as Ingress);
    const backend = ingress.spec?.rules?.[0]?.http?.paths[0]?.backend.service;
    expect(backend).toEqual({ name: service.metadata?.name, port: { name: port?.name } });
  });
});
