/** Family names 姓氏: those of two characters, then those of one, the usual ones. */
export const doubleSurnames =
	'欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 南宫 端木 百里 呼延 澹台 宇文 长孙 轩辕 钟离 闻人 赫连 独孤'.split(
		' ',
	);

export const singleSurnames = new Set(
	'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛狄臧计成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳焦牧车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司黎薄印白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡姬申扶堵冉宰桑桂濮牛寿通边扈燕冀浦尚农温庄晏柴瞿阎慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满匡文寇广东欧沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶曾沙养鞠丰关查游竺权盖公肖覃兰辜涂佟代牟付闫岳迟帅亓仝母晋闾檀逯',
);

/** Length of the family name with which a text begins at `at`; 0 where none does. */
export function surnameLength(text: string, at: number): 0 | 1 | 2 {
	if (doubleSurnames.includes(text.slice(at, at + 2))) return 2;
	return singleSurnames.has(text[at] ?? '') ? 1 : 0;
}
