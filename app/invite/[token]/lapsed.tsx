/** Shown in place of the form, not as Next's 404: that one is blank without script. */
export function Lapsed() {
	return (
		<>
			<h1>链接已失效</h1>
			<p>它已经用过、过期，或被新的链接取代。请向管理员要一条新的。</p>
			<p className="door-note">
				已经设好密码？<a href="/login">去登录</a>
			</p>
		</>
	);
}
