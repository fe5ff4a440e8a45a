// What names, addresses and secrets look like in the outputs and messages of Kubernetes.

export const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/gu;
export const IPV6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})(?![\w:])/giu;
export const HOST =
  /(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,24}|svc|local|internal|lan)(?=[:/"'\s,;)\]}?]|\.(?:\s|$)|$)/giu;
export const IMAGES = [
  /\bimage:? "([^"\s]{1,300})"/giu,
  /^[ \t]*Image:[ \t]+(\S{1,300})/gmu,
] as const;
/** Names that stand in messages, as Kubernetes quotes or joins them. */
export const NAMED = [
  /\b(?:configmap|secret|persistentvolume(?:claim)?|pod|node|volume|serviceaccount|claim|namespace|job|deployment|(?:replica|stateful|daemon)set|service|quota|webhook|storageclass\S{0,20}|hostname)s? "([^"\s]{2,253})"/giu,
  /\b(?:ConfigMap|Secret|PVC|assigned) ([\w.-]{1,253}\/[\w.-]{1,253}(?: to [\w.-]{1,253})?)/gu,
  /\bpod\(s\) ([\w., -]{2,500})/gu,
  /\b(?:(?:[Cc]reated?|Deleted) (?:[Pp]od|job):?|quota:|Service Account:) +([\w.-]{1,253})/gu,
  /\bin pod ([a-z0-9][\w.-]{0,252})_/gu,
  /\bin pod [a-z0-9][a-z0-9.-]{0,252}_([a-z0-9-]{1,63})\(/gu,
  // Fields of structured logs of the kubelet and of others.
  /\b(?:pods?|pod_?name|node|node_?name|namespace|container|container_?name|deployment|job|claim|pvc|volume_?name)=\\?"([^"\s\\]{2,253})\\?"/giu,
  /\bsystem:serviceaccount:([\w-]{1,63}:[\w.-]{1,253})/gu,
  /\buser \\?"((?!system:)[^"\s\\]{2,253})\\?"/giu,
  /\bkubectl\s[^\n]{0,200}?(?<=\s)(?:-n|--namespace)[ =]([a-z0-9-]{2,63})/gu,
  /^[[(]?([a-z_][\w.-]{0,31}@[\w.-]{1,253})[:\s][^\n]{0,80}[$#%❯]/gimu,
] as const;
export const SECRETS = [
  /\beyJ[\w-]{8,1000}\.[\w-]{8,8000}\.[\w-]*/gu,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu,
  /\bgh[pousr]_\w{20,}\b/gu,
  /\b(?:bearer|basic)\s([\w.~+/=-]{8,})/giu,
  /\b(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|authorization)\\?["']?\s{0,2}[=:]\s{0,2}\\?["']?([^\s"'\\,;&]{3,200})/giu,
  /:\/\/[^\s:@/]{0,80}:([^\s:@/]{1,200})@/gu,
] as const;
export const UUID = /\b(?:pvc-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu;
/** Digests, and ids of machines and disks at AWS. */
export const HEX = /\b(?:[0-9a-f]{32,}|(?:i|vol|eni)-[0-9a-f]{17})\b/giu;
export const EMAIL = /(?<![\w.+-])[\w.+-]{1,200}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;

/** Names that every cluster has and that tell nobody apart. */
export const PUBLIC = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'docker.io',
  'registry-1.docker.io',
  'auth.docker.io',
  'quay.io',
  'gcr.io',
  'ghcr.io',
  'registry.k8s.io',
  'k8s.gcr.io',
  'mcr.microsoft.com',
  'public.ecr.aws',
  'kubernetes.io',
  'k8s.io',
  'www.docker.com',
  'docs.docker.com',
  'kube-root-ca.crt',
  'svc.cluster.local',
  'cluster.local',
  'kubelet',
  'kube-proxy',
  'kube-dns',
  'coredns',
  'etcd',
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'default-scheduler',
  'true',
  'false',
  'linux',
  'windows',
  'amd64',
  'arm64',
]);
/** What looks like a host name but is a field of the API or a file. */
export const NO_HOST =
  /\.(?:kubernetes|k8s|go|ya?ml|json|conf|sh|log|txt|key|crt|pem|sock|py|js|jar|env|max|slice|service|com\/gpu)$|(?:^|\.)(?:kubernetes|k8s)\.io$|^(?:Un)?(?:Mount|Map|Attach|Detach)Volume\.|^(?:node|pod|spec|metadata|status|limits|requests|memory|cpu|nvidia|amd)\./iu;
