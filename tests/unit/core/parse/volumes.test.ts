import { describe, expect, test } from 'vitest';
import { readLines } from '../../../../src/core/lines.ts';
import { parseVolumes } from '../../../../src/core/parse/volumes.ts';

const read = (text: string) => parseVolumes(readLines(text).lines);

describe('parseVolumes', () => {
  test.each([
    {
      type: 'ConfigMap',
      rows: 'ConfigMap (a volume populated by a ConfigMap)\n    Name:      settings\n    Optional:  false',
      fields: [
        { name: 'Name', value: 'settings', line: 3 },
        { name: 'Optional', value: 'false', line: 4 },
      ],
    },
    {
      type: 'Secret',
      rows: 'Secret (a volume populated by a Secret)\n    SecretName:  tls\n    Optional:    true',
      fields: [
        { name: 'SecretName', value: 'tls' },
        { name: 'Optional', value: 'true' },
      ],
    },
    {
      type: 'PersistentVolumeClaim',
      rows: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)\n    ClaimName:  data-web-0\n    ReadOnly:   false',
      fields: [
        { name: 'ClaimName', value: 'data-web-0' },
        { name: 'ReadOnly', value: 'false' },
      ],
    },
    {
      type: 'EmptyDir',
      rows: "EmptyDir (a temporary directory that shares a pod's lifetime)\n    Medium:\n    SizeLimit:  <unset>",
      fields: [
        { name: 'Medium', value: '' },
        { name: 'SizeLimit', value: '<unset>' },
      ],
    },
    {
      type: 'HostPath',
      rows: 'HostPath (bare host directory volume)\n    Path:          /var/log\n    HostPathType:  Directory',
      fields: [
        { name: 'Path', value: '/var/log' },
        { name: 'HostPathType', value: 'Directory' },
      ],
    },
    {
      type: 'Projected',
      rows: 'Projected (a volume that contains injected data from multiple sources)\n    TokenExpirationSeconds:  3607\n    ConfigMapName:           kube-root-ca.crt\n    ConfigMapOptional:       <nil>\n    DownwardAPI:             true',
      fields: [
        { name: 'TokenExpirationSeconds', value: '3607' },
        { name: 'ConfigMapName', value: 'kube-root-ca.crt' },
        { name: 'ConfigMapOptional', value: '<nil>' },
        { name: 'DownwardAPI', value: 'true' },
      ],
    },
    {
      type: 'CSI',
      rows: 'CSI (a Container Storage Interface (CSI) volume source)\n    Driver:            secrets-store.csi.k8s.io\n    FSType:\n    ReadOnly:          true\n    VolumeAttributes:      secretProviderClass=vault',
      fields: [
        { name: 'Driver', value: 'secrets-store.csi.k8s.io' },
        { name: 'FSType', value: '' },
        { name: 'ReadOnly', value: 'true' },
        { name: 'VolumeAttributes', value: 'secretProviderClass=vault' },
      ],
    },
    {
      type: 'NFS',
      rows: 'NFS (an NFS mount that lasts the lifetime of a pod)\n    Server:    nfs.example\n    Path:      /exports\n    ReadOnly:  false',
      fields: [
        { name: 'Server', value: 'nfs.example' },
        { name: 'Path', value: '/exports' },
        { name: 'ReadOnly', value: 'false' },
      ],
    },
    {
      type: 'DownwardAPI',
      rows: 'DownwardAPI (a volume populated by information about the pod)\n    Items:\n      metadata.labels -> labels',
      fields: [{ name: 'Items', value: '' }],
    },
    {
      type: 'Image',
      rows: 'Image (an OCI object)\n    Reference:   registry.example/model:1\n    PullPolicy:  IfNotPresent',
      fields: [
        { name: 'Reference', value: 'registry.example/model:1' },
        { name: 'PullPolicy', value: 'IfNotPresent' },
      ],
    },
  ])('$type', ({ type, rows, fields }) => {
    const [volume] = read(`  data:\n    Type:  ${rows}`);
    expect(volume).toMatchObject({ name: 'data', line: 1, type });
    expect(volume?.fields.slice(1)).toMatchObject(fields);
  });

  test.each([
    {
      name: 'several volumes',
      text: '  a:\n    Type:  Secret (x)\n    SecretName:  s\n  b.c:\n    Type:  EmptyDir (x)',
      volumes: [
        { name: 'a', type: 'Secret', line: 1 },
        { name: 'b.c', type: 'EmptyDir', line: 4 },
      ],
    },
    {
      name: 'a volume named like a prototype',
      text: '  constructor:\n    Type:  EmptyDir (x)',
      volumes: [{ name: 'constructor', type: 'EmptyDir' }],
    },
    {
      name: 'lost indents',
      text: 'a:\nType: Secret (x)\nSecretName: s',
      volumes: [{ name: 'a', type: 'Secret' }],
    },
    { name: 'no type', text: '  a:\n    Type:', volumes: [] },
    { name: 'fields above the first name', text: '    SecretName:  s', volumes: [] },
    { name: 'nothing', text: '', volumes: [] },
  ])('$name', ({ text, volumes }) => {
    expect(read(text)).toMatchObject(volumes);
  });
});
