// The site that the lab builds: one page with an embed, as Docusaurus makes it.
module.exports = {
  title: "A course",
  url: "http://localhost",
  baseUrl: "/",
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/" }]],
  themes: ["@docusaurus/theme-classic"],
};
