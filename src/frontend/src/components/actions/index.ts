export { ActionList, ActionText } from "./list";
