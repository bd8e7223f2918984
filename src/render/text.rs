//! Plain text: one blank line between blocks, no marks. Pictures have no text, so they are left out.

use super::out::Out;
use super::parts::{self, Part};
use super::{Lead, comma, field, language, names, shown_date};
use crate::article::{Article, Block, BlockKind, Related, Removed};
use crate::messages::message;
use crate::options::{Include, RenderOptions};
use crate::page::{is_space, squeezed};

pub(super) fn render(article: &Article, options: &RenderOptions) -> String {
    let mut file = File { out: Out::default() };
    file.line(article.title.as_deref().unwrap_or_default());
    file.line(article.subtitle.as_deref().unwrap_or_default());
    file.line(&names(article).join(comma(article)));
    file.line(&shown_date(article).unwrap_or_default());
    let lead = Lead::of(article);
    file.line(Lead::alone(lead.as_ref()).unwrap_or_default());
    for (at, block) in article.blocks.iter().enumerate() {
        file.block(block, Lead::before(lead.as_ref(), at));
    }
    if options.includes(Include::Related) && !article.related.is_empty() {
        file.line(message("heading.related", language(article)));
        article.related.iter().for_each(|story| file.related(story));
    }
    if options.includes(Include::Removed) && !article.removed.is_empty() {
        file.line(message("heading.removed", language(article)));
        article.removed.iter().for_each(|piece| file.removed(piece));
    }
    file.out.finish()
}

struct File {
    out: Out,
}

impl File {
    /// A value as a paragraph of one line.
    fn line(&mut self, value: &str) {
        self.paragraph("", &squeezed(value));
    }

    /// Lines with one blank line before them; nothing where there is no text.
    fn paragraph(&mut self, lead: &str, lines: &str) {
        let lines = lines.trim_end_matches(is_space).trim_start_matches(['\n', '\r']);
        if lead.is_empty() && lines.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.put("\n");
        }
        self.out.put(lead);
        self.out.put(lines);
        self.out.put("\n");
    }

    fn block(&mut self, block: &Block, lead: &str) {
        match block.kind {
            BlockKind::Image => {}
            BlockKind::Heading => self.line(&block.text),
            BlockKind::List => {
                self.rows(parts::items(block).into_iter().map(|item| vec![item]).collect(), "• ")
            }
            BlockKind::Table => self.rows(parts::rows(block), ""),
            BlockKind::Verse => {
                let verses: Vec<&str> = parts::verses(block).iter().map(Part::str).collect();
                self.paragraph("", &verses.join("\n"));
            }
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Preformatted => {
                self.paragraph(lead, &block.text);
            }
        }
    }

    /// Each row a line, tabs between its cells; rows without text are left out.
    fn rows(&mut self, rows: Vec<Vec<Part>>, bullet: &str) {
        let mut lines = String::new();
        for row in rows.iter().filter(|row| !row.iter().all(Part::is_blank)) {
            let cells: Vec<String> = row.iter().map(|cell| squeezed(cell.str())).collect();
            lines.push_str(bullet);
            lines.push_str(&cells.join("\t"));
            lines.push('\n');
        }
        self.paragraph("", &lines);
    }

    fn related(&mut self, story: &Related) {
        let lead = story.dateline.as_ref().and_then(super::dateline).unwrap_or_default();
        let snippet = [&lead, story.snippet.as_deref().unwrap_or_default()].concat();
        self.paragraph("• ", &squeezed(&story.title));
        for line in [field(story.published.as_deref()), field(Some(&snippet))].into_iter().flatten() {
            self.out.put(&line);
            self.out.put("\n");
        }
    }

    fn removed(&mut self, piece: &Removed) {
        self.paragraph("• ", &squeezed(&piece.text));
        self.out.put(&squeezed(&piece.reason));
        self.out.put("\n");
    }
}
