//! What a reader does in the lab.

use e2e::check;

#[test]
fn the_page_loads_under_a_sub_path() {
    check("", async |lab| {
        lab.wait_for("h1").await?;
        let loading: u32 = lab.script("return document.querySelectorAll('.loading').length;").await?;
        assert_eq!(loading, 0, "the page has taken the place of the loading notice");
        Ok(())
    });
}
