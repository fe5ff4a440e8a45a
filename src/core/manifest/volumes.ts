import type { NamedValue, VolumeReport } from '../types.ts';
import { listAt, textAt, type LocatedNode } from './node.ts';

type Fields = readonly (readonly [name: string, ...path: readonly string[]])[];

/** The type of a volume and its fields as describe names them. Source: describeVolumes in kubectl/pkg/describe/describe.go. */
const TYPES = new Map<string, readonly [type: string, fields?: Fields]>(
  Object.entries({
    hostPath: [
      'HostPath',
      [
        ['Path', 'path'],
        ['HostPathType', 'type'],
      ],
    ],
    emptyDir: [
      'EmptyDir',
      [
        ['Medium', 'medium'],
        ['SizeLimit', 'sizeLimit'],
      ],
    ],
    secret: [
      'Secret',
      [
        ['SecretName', 'secretName'],
        ['Optional', 'optional'],
      ],
    ],
    configMap: [
      'ConfigMap',
      [
        ['Name', 'name'],
        ['Optional', 'optional'],
      ],
    ],
    persistentVolumeClaim: [
      'PersistentVolumeClaim',
      [
        ['ClaimName', 'claimName'],
        ['ReadOnly', 'readOnly'],
      ],
    ],
    nfs: [
      'NFS',
      [
        ['Server', 'server'],
        ['Path', 'path'],
        ['ReadOnly', 'readOnly'],
      ],
    ],
    csi: [
      'CSI',
      [
        ['Driver', 'driver'],
        ['FSType', 'fsType'],
        ['ReadOnly', 'readOnly'],
      ],
    ],
    ephemeral: [
      'EphemeralVolume',
      [['StorageClass', 'volumeClaimTemplate', 'spec', 'storageClassName']],
    ],
    image: [
      'Image',
      [
        ['Reference', 'reference'],
        ['PullPolicy', 'pullPolicy'],
      ],
    ],
    projected: ['Projected'],
    downwardAPI: ['DownwardAPI'],
    gcePersistentDisk: ['GCEPersistentDisk', [['PDName', 'pdName']]],
    awsElasticBlockStore: ['AWSElasticBlockStore', [['VolumeID', 'volumeID']]],
    azureDisk: ['AzureDisk', [['DiskName', 'diskName']]],
    azureFile: ['AzureFile', [['ShareName', 'shareName']]],
    cinder: ['Cinder', [['VolumeID', 'volumeID']]],
    vsphereVolume: ['vSphereVolume', [['VolumePath', 'volumePath']]],
    iscsi: ['ISCSI', [['TargetPortal', 'targetPortal']]],
    glusterfs: ['Glusterfs', [['Path', 'path']]],
    rbd: ['RBD', [['RBDImage', 'image']]],
    cephfs: ['CephFS', [['Path', 'path']]],
    fc: ['FC'],
    flexVolume: ['FlexVolume', [['Driver', 'driver']]],
    gitRepo: ['GitRepo', [['Repository', 'repository']]],
  }),
);

function readFields(source: LocatedNode, fields: Fields): NamedValue[] {
  return fields.flatMap(([name, ...path]) => {
    const read = textAt(source, ...path);
    return read ? [{ ...read, name }] : [];
  });
}

/** The config maps and secrets that a projected volume joins. */
const PROJECTED: Fields = [
  ['ConfigMapName', 'configMap', 'name'],
  ['SecretName', 'secret', 'name'],
];

/** Reads the volumes of a pod. A source that describe does not know is `<unknown>`, as there. */
export function readVolumes(spec: LocatedNode | undefined): VolumeReport[] {
  return listAt(spec, 'volumes').flatMap((volume): VolumeReport[] => {
    const name = textAt(volume, 'name');
    const source =
      volume.kind === 'map' && [...volume.entries.values()].find(({ key }) => key !== 'name');
    if (!name || !source) return [];
    const [type, fields = []] = TYPES.get(source.key) ?? ['<unknown>'];
    const parts = listAt(source.node, 'sources');
    return [
      {
        name: name.value,
        type,
        fields: [
          ...readFields(source.node, fields),
          ...parts.flatMap((part) => readFields(part, PROJECTED)),
        ],
        line: name.line,
      },
    ];
  });
}
