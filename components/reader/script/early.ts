// Before anything is painted: how one reads here, and from where the next page grows.
import { applyChoices, readChoices } from './choices';
import { growFromPlace } from './grow';

document.documentElement.dataset.script = '';
applyChoices(readChoices());
growFromPlace();
