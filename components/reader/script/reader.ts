// What the paper's pages can do where scripts run; every page is whole without.
import { startListening } from './listen';
import { startOffline } from './offline';
import { startSettings } from './settings';
import { startSharing } from './share';
import { startSuggest } from './suggest';
import { startTurning } from './turn';

startSettings(document);
startSuggest(document);
startTurning(document);
startSharing(document);
startListening(document);
startOffline(document);
