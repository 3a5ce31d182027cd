/**
 * Adds the entries of optional platform packages that the lock lacks and takes out the addresses of registries:
 * each machine asks its own.
 * Plain data in, plain data out; the entries stay in npm's order.
 * @param {{ packages: Record<string, any> }} before
 */
export function completeLock(before) {
	const packages = structuredClone(before.packages);
	let stripped = 0;
	for (const entry of Object.values(packages)) {
		if (!entry.resolved || !isAddress(entry.resolved)) continue;
		delete entry.resolved;
		stripped += 1;
	}
	const added = missingPackages(packages);
	for (const [at, entry] of added) packages[at] = entry;
	return { lock: { ...before, packages: sorted(packages) }, added: added.map(([at]) => at), stripped };
}

function isAddress(resolved) {
	return URL.canParse(resolved) && /^https?:/.test(resolved);
}

function missingPackages(packages) {
	const found = new Map();
	for (const [at, entry] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
			if (!/^\d/.test(version) || isInstalled(packages, at, name)) continue;
			const platform = platformOf(name);
			if (!platform.os && !platform.cpu) throw new Error(`The platform of ${name} cannot be told from its name`);
			found.set(`node_modules/${name}`, entryFor(version, platform, entry.dev));
		}
	}
	return [...found];
}

/** Node's own search: from the depending package's folder upward. */
function isInstalled(packages, from, name) {
	let at = from;
	while (!packages[`${at ? `${at}/` : ''}node_modules/${name}`]) {
		if (!at) return false;
		at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
	}
	return true;
}

/** In the order and form in which npm writes an entry. */
function entryFor(version, { os, cpu, libc }, isDev) {
	return {
		version,
		...(cpu && { cpu: [cpu] }),
		...(isDev && { dev: true }),
		...(libc && { libc: [libc] }),
		optional: true,
		...(os && { os: [os] }),
	};
}

const systems = [
	[/darwin/, 'darwin'],
	[/win32|windows|-win-/, 'win32'],
	[/android/, 'android'],
	[/freebsd/, 'freebsd'],
	[/openharmony/, 'openharmony'],
	[/linux/, 'linux'],
];
const processors = [
	[/wasm32/, 'wasm32'],
	[/arm64|aarch64/, 'arm64'],
	[/ia32/, 'ia32'],
	[/x64|x86_64/, 'x64'],
	[/arm/, 'arm'],
	[/riscv64/, 'riscv64'],
	[/s390x/, 's390x'],
	[/ppc64/, 'ppc64'],
];
const libraries = [
	[/musl/, 'musl'],
	[/linux.*gnu$/, 'glibc'],
];

/** What a binary package's name says of where it runs: `@x/cli-linux-x64-musl` → linux, x64, musl. */
export function platformOf(name) {
	const last = name.split('/').at(-1);
	const first = (table) => table.find(([pattern]) => pattern.test(last))?.[1] ?? null;
	return { os: first(systems), cpu: first(processors), libc: first(libraries) };
}

function sorted(packages) {
	const names = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
	return Object.fromEntries(names.map((name) => [name, packages[name]]));
}
