/** pdfmake ne déclare pas ses modules internes ; `internals.ts` leur donne un type et vérifie qu'ils ont la forme attendue. */
declare module 'pdfmake/js/LayoutBuilder.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/PageElementWriter.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/DocumentContext.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/DocMeasure.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/DocPreprocessor.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/TextInlines.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/TextBreaker.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/StyleContextStack.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/Line.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/TableProcessor.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/columnCalculator.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/Renderer.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/PDFDocument.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/TextDecorator.js' { const exported: unknown; export default exported; }
declare module 'pdfmake/js/SVGMeasure.js' { const exported: unknown; export default exported; }
