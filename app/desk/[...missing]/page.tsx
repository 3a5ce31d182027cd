import { notFound } from 'next/navigation';

/** Addresses of the desk that no page answers get the desk's own 404. */
export default function MissingPage() {
	notFound();
}
