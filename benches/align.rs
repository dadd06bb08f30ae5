//! How long it takes to pair the sections of pages of several lengths, without any anchors.

use instep::check::align::{Side, align};
use instep::document::shape::{Block, Shape, ShapeBuilder};

fn main() {
    divan::main();
}

/// Sections of which every third shares its link with two others, and every fifth says nothing.
fn page(sections: usize) -> Vec<Shape> {
    let shape = |index: usize| {
        let mut shape = ShapeBuilder::new(2);
        shape.block(Block::Paragraph);
        if !index.is_multiple_of(5) {
            shape.text(&format!("Section {} of the long list", 1000 + index));
            shape.link(&format!("page-{}.md", index / 3));
            shape.inline_code(&format!("part --number {index}"));
        }
        shape.finish()
    };
    (0..sections).map(shape).collect()
}

#[divan::bench(args = [10, 100, 1000, 10_000])]
fn without_anchors(bencher: divan::Bencher<'_, '_>, sections: usize) {
    let page = page(sections);
    let side = |shape| Side {
        anchor: "",
        title: "",
        shape,
    };
    let sides: Vec<Side<'_>> = page.iter().map(side).collect();
    bencher.bench(|| align(divan::black_box(&sides), divan::black_box(&sides)));
}
