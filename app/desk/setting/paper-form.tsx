'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { PaperInput } from '@/lib/edition/paper/schema';
import { changePaperAction } from './actions';
import styles from './setting.module.css';

type Values = Record<string, string>;

interface Entry {
	/** As the input names it: `imprint.price`. */
	key: string;
	label: string;
	hint?: string;
}

const own: Entry[] = [
	{ key: 'name', label: '报名', hint: '报头、报眉和网站上的名字' },
	{ key: 'slogan', label: '报训' },
	{ key: 'cnNumber', label: '国内统一连续出版物号', hint: '如 CN 00-0000，印在报头' },
];
const imprint: Entry[] = [
	{ key: 'imprint.authority', label: '主管单位' },
	{ key: 'sponsor', label: '主办单位' },
	{ key: 'imprint.publisher', label: '出版单位' },
	{ key: 'imprint.chiefEditor', label: '总编辑（社长）' },
	{ key: 'imprint.address', label: '地址' },
	{ key: 'imprint.postcode', label: '邮政编码' },
	{ key: 'imprint.phone', label: '电话' },
	{ key: 'imprint.price', label: '定价', hint: '如 每份 1.50 元' },
	{ key: 'imprint.printer', label: '印刷单位和地址' },
];
const site: Entry[] = [
	{ key: 'footer.icp', label: 'ICP 备案号' },
	{ key: 'footer.police', label: '公安备案号' },
	{ key: 'footer.licence', label: '互联网新闻信息服务许可证' },
	{ key: 'footer.reportUrl', label: '违法和不良信息举报入口', hint: '网址' },
	{ key: 'footer.copyright', label: '版权声明' },
];

/** 报纸信息: what the law wants the paper to say in print and on its site. */
export function PaperForm({ paper }: { paper: PaperInput }) {
	const [saved, setSaved] = useState(() => toValues(paper));
	const [values, setValues] = useState(saved);
	const { show } = useToast();
	const { run, pending, error } = useAction(changePaperAction);
	const isChanged = Object.keys(values).some((key) => values[key] !== saved[key]);
	const groups = [
		{ legend: '报名', entries: own },
		{ legend: '版权信息：印在每期末版，缺一项就不能付印', entries: imprint },
		{ legend: '网站页脚：没有的不显示', entries: site },
	];
	return (
		<form
			className={styles.form}
			onSubmit={(event) => {
				event.preventDefault();
				run(toInput(values), () => {
					setSaved(values);
					show({ message: '已改报纸信息' });
				});
			}}
		>
			{groups.map(({ legend, entries }) => (
				<fieldset key={legend} className={styles.fields}>
					<legend>{legend}</legend>
					{entries.map(({ key, label, hint }) => (
						<Field key={key} label={label} hint={hint} error={error?.fields?.[key]}>
							<TextInput
								value={values[key] ?? ''}
								onChange={({ target }) => setValues({ ...values, [key]: target.value })}
							/>
						</Field>
					))}
				</fieldset>
			))}
			{error && <Notice tone="error">{error.message}</Notice>}
			<Button type="submit" variant="primary" disabled={!isChanged} pending={pending && '正在保存…'}>
				保存
			</Button>
		</form>
	);
}

function toValues({ imprint, footer, ...own }: PaperInput): Values {
	const within = (room: string, part: Values) => Object.entries(part).map(([key, value]) => [`${room}.${key}`, value]);
	return Object.fromEntries([...Object.entries(own), ...within('imprint', imprint), ...within('footer', footer)]);
}

function toInput(values: Values): PaperInput {
	const part = (room: string) =>
		Object.fromEntries(
			Object.entries(values).flatMap(([key, value]) =>
				key.startsWith(`${room}.`) ? [[key.slice(room.length + 1), value]] : [],
			),
		);
	const { name = '', slogan = '', cnNumber = '', sponsor = '' } = values;
	return { name, slogan, cnNumber, sponsor, imprint: part('imprint'), footer: part('footer') } as PaperInput;
}
