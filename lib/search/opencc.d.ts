/** The package ships its dictionaries without types: `漢 汉|…`, of several simplified characters the usual one first. */
declare module 'opencc-js/dict/TSCharacters' {
	const pairs: string;
	export default pairs;
}
