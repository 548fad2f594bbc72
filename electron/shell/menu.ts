import { Menu } from 'electron';
import { type MenuActions, type MenuSurroundings, menuTemplate } from './menu-template.ts';

/** Puts the application menu in place. */
export function installMenu(actions: MenuActions, surroundings: MenuSurroundings): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, surroundings)));
}
