startPanels();
startFilters(document.getElementById("filters"));
startLinks();
