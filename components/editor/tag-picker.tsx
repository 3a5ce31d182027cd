'use client';
import { Combobox } from '@base-ui/react/combobox';
import { useId } from 'react';
import type { HeadingChoice } from './choices';
import styles from './picker.module.css';

interface TagPickerProps {
	tags: readonly HeadingChoice[];
	chosen: readonly string[];
	onChange: (ids: string[]) => void;
}

const maxTags = 12;

/** 标签: several of the paper's tags, found by typing. */
export function TagPicker({ tags, chosen, onChange }: TagPickerProps) {
	const id = useId();
	const value = chosen.flatMap((tagId) => tags.find((tag) => tag.id === tagId) ?? []);
	const offered = tags.filter((tag) => !tag.retired || chosen.includes(tag.id));
	return (
		<Combobox.Root
			items={offered}
			multiple
			value={value}
			itemToStringLabel={(tag: HeadingChoice) => tag.name}
			isItemEqualToValue={(a: HeadingChoice, b: HeadingChoice) => a.id === b.id}
			onValueChange={(next: HeadingChoice[]) => onChange(next.slice(0, maxTags).map((tag) => tag.id))}
		>
			<div className={styles.field}>
				<label htmlFor={id}>标签</label>
				<Combobox.InputGroup className={styles.group}>
					<Combobox.Chips className={styles.chips}>
						{value.map((tag) => (
							<Combobox.Chip key={tag.id} className={styles.chip} aria-label={tag.name}>
								{tag.name}
								<Combobox.ChipRemove className={styles.remove} aria-label={`去掉标签${tag.name}`}>
									<span aria-hidden="true">×</span>
								</Combobox.ChipRemove>
							</Combobox.Chip>
						))}
						<Combobox.Input
							id={id}
							className={styles.input}
							placeholder={value.length > 0 ? '' : '输入或选择'}
							aria-description={value.length > 0 ? `已选 ${value.length} 个，在开头按左方向键可选中后删除` : undefined}
						/>
					</Combobox.Chips>
				</Combobox.InputGroup>
			</div>
			<Combobox.Portal>
				<Combobox.Positioner className={styles.positioner} sideOffset={4} align="start">
					<Combobox.Popup className={styles.popup}>
						<Combobox.Empty className={styles.empty}>没有这个标签。新标签由管理员在“栏目”里添加。</Combobox.Empty>
						<Combobox.List className={styles.list}>
							{(tag: HeadingChoice) => (
								<Combobox.Item key={tag.id} value={tag} className={styles.item}>
									<span>{tag.name}</span>
									<Combobox.ItemIndicator className={styles.detail}>已选</Combobox.ItemIndicator>
								</Combobox.Item>
							)}
						</Combobox.List>
					</Combobox.Popup>
				</Combobox.Positioner>
			</Combobox.Portal>
		</Combobox.Root>
	);
}
