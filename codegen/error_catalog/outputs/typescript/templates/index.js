// Made by error-catalog. Do not edit: change the YAML.
export { ErrorCode, LANGUAGES, SOURCE_LANGUAGE } from "./codes.js";
export { errorInfo, isErrorCode } from "./facts.js";
export { format, load, localized } from "./localized.js";
export { negotiate } from "./negotiate.js";
