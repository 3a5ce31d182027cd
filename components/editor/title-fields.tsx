'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { oneLine } from '@/lib/article/article';
import { titleLimits } from '@/lib/article/schema';
import styles from './editor.module.css';
import type { Head } from './head';

type TitleName = keyof typeof titleLimits;

interface TitleFieldsProps {
	head: Head;
	/** Absent where the article is only read. */
	change?: (patch: Partial<Head>) => void;
}

const fields: { name: TitleName; label: string; hint: string; instead: (head: Head) => string }[] = [
	{ name: 'webTitle', label: '网页标题', hint: '空着用主题', instead: (head) => oneLine(head.headline) },
	{
		name: 'feedTitle',
		label: '订阅标题',
		hint: '空着用网页标题',
		instead: (head) => head.webTitle || oneLine(head.headline),
	},
	{
		name: 'wechatTitle',
		label: '微信标题',
		hint: '推送到微信时用',
		instead: (head) => head.webTitle || oneLine(head.headline),
	},
];

/** The titles that a story has outside the printed page, each with how long it is and may be. */
export function TitleFields({ head, change }: TitleFieldsProps) {
	return fields.map(({ name, label, hint, instead }) => {
		const length = [...head[name].trim()].length;
		if (!change && length === 0) return null;
		return (
			<div key={name} className={styles.title}>
				<Field
					label={
						<>
							{label}{' '}
							<span className={styles.titleLength} data-full={length === titleLimits[name] || undefined}>
								{length}/{titleLimits[name]}
							</span>
						</>
					}
					hint={change && length === 0 ? hint : undefined}
				>
					<TextInput
						value={head[name]}
						readOnly={!change}
						maxLength={titleLimits[name]}
						placeholder={instead(head)}
						onChange={(event) => change?.({ [name]: event.target.value })}
					/>
				</Field>
				{name === 'wechatTitle' && length > 0 && <CopyButton text={head.wechatTitle.trim()} />}
			</div>
		);
	});
}

/** WeChat takes no title from a page: it is pasted where the story is pushed from. */
function CopyButton({ text }: { text: string }) {
	const { show } = useToast();
	const copy = () =>
		navigator.clipboard.writeText(text).then(
			() => show({ message: '微信标题已复制。' }),
			() => show({ message: '浏览器不让复制，请选中文字后自己复制。', tone: 'error' }),
		);
	return (
		<Button variant="quiet" onClick={() => void copy()}>
			复制微信标题
		</Button>
	);
}
