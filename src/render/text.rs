//! Plain text: one blank line between blocks, no marks. Pictures have no text, so they are left out.

use super::parts::{self, Part};
use super::{Lead, comma, field, language, names, one_line, shown_date};
use crate::article::{Article, Block, BlockKind, Related, Removed};
use crate::messages::message;
use crate::options::{Include, RenderOptions};

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let mut file = File::default();
    for line in [&article.title, &article.subtitle].into_iter().filter_map(|line| field(line.as_deref())) {
        file.add(&line);
    }
    file.add(&names(article).join(comma(article)));
    file.add(&shown_date(article).unwrap_or_default());
    let lead = Lead::of(article);
    file.add(Lead::alone(lead.as_ref()).unwrap_or_default());
    for (at, block) in article.blocks.iter().enumerate() {
        file.add(&format!("{}{}", Lead::before(lead.as_ref(), at), body(block)));
    }
    if options.includes(Include::Related) && !article.related.is_empty() {
        file.add(message("heading.related", language(article)));
        article.related.iter().for_each(|story| file.add(&related(story)));
    }
    if options.includes(Include::Removed) && !article.removed.is_empty() {
        file.add(message("heading.removed", language(article)));
        article.removed.iter().for_each(|piece| file.add(&removed(piece)));
    }
    file.0
}

/// Paragraphs of a file, one blank line between them.
#[derive(Default)]
struct File(String);

impl File {
    fn add(&mut self, paragraph: &str) {
        let paragraph = paragraph.trim_matches(['\n', '\r']);
        if paragraph.trim_matches(crate::page::is_space).is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(paragraph);
        self.0.push('\n');
    }
}

fn body(block: &Block) -> String {
    match block.kind {
        BlockKind::Image => String::new(),
        BlockKind::Heading => one_line(&block.text),
        BlockKind::List => joined(
            parts::items(block)
                .iter()
                .filter(|item| !item.is_blank())
                .map(|item| format!("• {}", one_line(item.str()))),
        ),
        BlockKind::Table => joined(parts::rows(block).iter().map(|row| row_line(row))),
        BlockKind::Verse => joined(parts::verses(block).iter().map(|verse| verse.str().to_owned())),
        BlockKind::Paragraph | BlockKind::Quote | BlockKind::Preformatted => block.text.clone(),
    }
}

fn row_line(row: &[Part]) -> String {
    row.iter().map(|cell| one_line(cell.str())).collect::<Vec<_>>().join("\t")
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn related(story: &Related) -> String {
    let lead = story.dateline.as_ref().and_then(super::dateline).unwrap_or_default();
    let snippet = format!("{lead}{}", one_line(story.snippet.as_deref().unwrap_or_default()));
    let lines = [
        format!("• {}", one_line(&story.title)),
        field(story.published.as_deref()).unwrap_or_default(),
        one_line(&snippet),
    ];
    joined(lines.into_iter().filter(|line| !line.is_empty()))
}

fn removed(piece: &Removed) -> String {
    format!("• {}\n{}", one_line(&piece.text), one_line(&piece.reason))
}
