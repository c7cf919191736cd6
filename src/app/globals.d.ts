/** The release, as package.json has it; put in by the build. */
declare const __SANAQ_RELEASE__: string;
