import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { splitPage } from '../../src/lib/page-sections.ts';
import { joinWords } from '../../src/lib/section-words.ts';

// Chinese has no spaces: what cuts the text at indexing and what cuts the query in the browser must agree, or pages
// that hold a word are not found. Both the program and the browser's own segmentation decide that, so it is tried there.
const TERMS = (
  '镜像 拉取 密钥 配额 探针 限流 调度 节点 污点 容忍度 驱逐 终结器 挂载 申领 存储类 控制器 回滚 禁止调度 信号 退出码 ' +
  '重启策略 退避 命名空间 工作负载 容器运行时 镜像仓库 就绪探针 存活探针 启动探针 内存 磁盘 超时 证书 权限 亲和性 ' +
  '网络策略 域名解析 负载均衡 副本 标签 选择算符 注解 上线 沙箱 防火墙 代理 连接被拒绝 只读 配置 事件'
).split(' ');

const DIST = join(import.meta.dirname, '../../dist');

const sections = globSync('zh-cn/{runbooks,explainers,commands}/**/*.html', { cwd: DIST }).flatMap(
  (file) =>
    (splitPage(readFileSync(join(DIST, file), 'utf8'))?.sections ?? []).map(
      ({ anchor, words }) => ({
        url: `/${file.replace(/index\.html$/u, '')}${anchor === '' ? '' : `#${anchor}`}`,
        text: joinWords(words),
      }),
    ),
);

test('every section that holds a Chinese term is found by it', async ({ page }) => {
  await page.goto('/zh-cn/search/');
  const found = await page.evaluate(
    async ([folder, terms]) => {
      interface Pagefind {
        options: (options: object) => Promise<void>;
        search: (term: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
      }
      const pagefind = (await import(`${folder}pagefind.js`)) as Pagefind;
      await pagefind.options({ basePath: folder, noWorker: true });
      const urls: Record<string, string[]> = {};
      for (const term of terms) {
        const { results } = await pagefind.search(term);
        const data = await Promise.all(results.map((result) => result.data()));
        urls[term] = data.map(({ url }) => url);
      }
      return urls;
    },
    ['/pagefind/', TERMS] as const,
  );

  expect(TERMS).toHaveLength(50);
  const missed = TERMS.flatMap((term) => {
    const holding = sections.filter(({ text }) => text.includes(term)).map(({ url }) => url);
    return holding.filter((url) => !found[term]?.includes(url)).map((url) => `${term}: ${url}`);
  });
  const held = TERMS.filter((term) => sections.some(({ text }) => text.includes(term)));
  expect(held.length).toBeGreaterThan(45);
  expect(missed).toEqual([]);
});
