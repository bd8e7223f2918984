//! All evidence of all lines into one label each: the best road through the page.
//!
//! A page is head matter, then body, then tail matter; captions, adverts and cross-references stand inside the
//! body. Each place on that road allows some roles, expects one of them, and leads on to some places. Viterbi's
//! algorithm finds the road on which the evidence of all lines and the steps between them add up to most.

use std::ops::Range;

use crate::article::Label;
use crate::evidence::measure::Measure;
use crate::evidence::{Evidence, ROLES, Role, weight};
use crate::page::Page;
use crate::sort;

/// A place on the road through a page, in the order of the page: `false_start` asks whether one stands before the lists
/// behind the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Menus, banners and lists before the headline.
    Front,
    Title,
    /// Between headline and text: byline, date, standfirst, buttons, caption.
    Matter,
    Body,
    /// Something foreign between paragraphs.
    Inset,
    /// A list of other stories between paragraphs.
    InsetList,
    /// A list of other stories after the text.
    List,
    Comments,
    Form,
    Topics,
    /// Everything else after the text.
    Tail,
}

const PLACES: usize = 11;
const ALL: [Place; PLACES] = [
    Place::Front,
    Place::Title,
    Place::Matter,
    Place::Body,
    Place::Inset,
    Place::InsetList,
    Place::List,
    Place::Comments,
    Place::Form,
    Place::Topics,
    Place::Tail,
];

/// No road leads here.
const NEVER: f32 = -1.0e9;
/// A margin of log-odds beyond which more makes no difference to confidence.
const SURE: f32 = 8.0;

/// What was decided of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decision {
    pub role: Role,
    pub place: Place,
    /// How sure that is, 0 to 1: from the margin to the best other role of the line.
    pub confidence: f64,
    /// The stable name of the heaviest evidence.
    pub rule: &'static str,
}

impl Decision {
    /// Whether the line is of an article's text.
    pub(crate) fn is_body(&self) -> bool {
        matches!(self.role, Role::Body | Role::Heading)
    }
}

/// Decides every line.
pub(crate) fn decide(page: &Page, evidence: &Evidence) -> Vec<Decision> {
    let mut lines: Vec<Emission> = (0..page.lines.len()).map(|at| Emission::of(evidence, at)).collect();
    let road = best_road(page, &lines);
    let road = begun_anew(page, evidence, &mut lines, &road).unwrap_or(road);
    road.into_iter().enumerate().map(|(at, place)| decision(page, evidence, &lines, at, place)).collect()
}

/// How often the beginning of the text is looked for anew.
const FALSE_STARTS: usize = 3;

/// The best road without the false starts of this one, if its text begins as texts do; their lines can be of no text then.
fn begun_anew(
    page: &Page,
    evidence: &Evidence,
    lines: &mut [Emission],
    road: &[Place],
) -> Option<Vec<Place>> {
    let mut start = false_start(road, evidence)?;
    for _ in 0..FALSE_STARTS {
        for line in &mut lines[start] {
            line.scores[Place::Body as usize] = NEVER;
        }
        let other = best_road(page, lines);
        if is_titled(&other, evidence) {
            return Some(other);
        }
        start = false_start(&other, evidence)?;
    }
    None
}

/// Whether a headline stands above the text, and the text begins with a paragraph.
fn is_titled(road: &[Place], evidence: &Evidence) -> bool {
    let text = road.iter().position(|&place| place == Place::Body);
    text.is_some_and(|text| evidence.measures[text].is_prose() && road[..text].contains(&Place::Title))
}

/// The first lines of the text, where none of them is running text and the end of a page stands between them and the
/// rest: buttons between headline and text, which are more than most pages have.
fn false_start(road: &[Place], evidence: &Evidence) -> Option<Range<usize>> {
    let first = road.iter().position(|&place| place == Place::Body)?;
    let length = road[first..].iter().take_while(|&&place| place == Place::Body).count();
    let prose = evidence.measures[first..first + length].iter().any(Measure::is_prose);
    let mut below =
        road[first + length..].iter().skip_while(|&&place| place != Place::Body && place < Place::List);
    let ended = below.next().is_some_and(|&place| place != Place::Body);
    (!prose && ended && below.any(|&place| place == Place::Body)).then_some(first..first + length)
}

/// Most words of a standfirst that nothing but its place speaks for.
const STANDFIRST: u32 = 45;

/// What a line would add to the road at each place, and as what.
struct Emission {
    scores: [f32; PLACES],
    roles: [Role; PLACES],
}

impl Emission {
    fn of(evidence: &Evidence, at: usize) -> Self {
        let sums = role_sums(evidence, at);
        let is_prose = evidence.measures[at].is_prose();
        let is_in_card = evidence.is_in_card(at);
        let is_contents = evidence.contents[at];
        let nothing = against_text(evidence, at);
        let is_brief = at > 0 && evidence.measures[at].words <= STANDFIRST;
        let prior_of = |place, role: Role, usual| {
            let rest = role == Role::Removed(Label::Other) && is_prose;
            let untold = is_prose && sums[role.index()] <= nothing;
            match place {
                Place::Tail if rest && at < evidence.comments_from() => weight::PRIOR_REST,
                Place::List if role != Role::Item && is_in_card => 0.0,
                // A table of contents stands between headline and text.
                Place::Matter if role == Role::Removed(Label::Navigation) && is_contents => 0.0,
                // Sentences that nothing speaks for are a standfirst rather than other matter, or else the text.
                Place::Matter if role == Role::Subtitle && is_brief && untold => weight::PRIOR_SIGN,
                Place::Matter if untold => usual + weight::PRIOR_UNTOLD,
                Place::Inset if rest => usual + weight::PRIOR_UNTOLD,
                _ => usual,
            }
        };
        let is_usual = !is_prose && !is_in_card && !is_contents;
        let mut emission = Self { scores: [NEVER; PLACES], roles: [Role::Body; PLACES] };
        for place in ALL {
            for &(role, usual) in roles_of(place) {
                let prior = if is_usual { usual } else { prior_of(place, role, usual) };
                let score = sums[role.index()] + prior;
                if score > emission.scores[place as usize] {
                    emission.scores[place as usize] = score;
                    emission.roles[place as usize] = role;
                }
            }
        }
        emission
    }
}

/// The evidence for each role, and what structure says of it.
fn role_sums(evidence: &Evidence, at: usize) -> [f32; ROLES] {
    let against = against_text(evidence, at);
    let mut sums = [against; ROLES];
    let text = against + log_odds(evidence, at);
    sums[Role::Body.index()] = text;
    sums[Role::Heading.index()] = text;
    for piece in evidence.pieces(at) {
        sums[piece.role.index()] += piece.weight;
    }
    if at < evidence.comments_from() {
        sums[Role::Removed(Label::Comments).index()] += weight::COMMENT_UNANNOUNCED;
        sums[Role::Removed(Label::CommentForm).index()] += weight::COMMENT_UNANNOUNCED;
    }
    sums
}

/// Log-odds by structure that a line is of the text.
fn log_odds(evidence: &Evidence, at: usize) -> f32 {
    (evidence.structure[at] * weight::STRUCTURE).clamp(-SURE, SURE)
}

/// What structure says of each role that is not the text.
fn against_text(evidence: &Evidence, at: usize) -> f32 {
    -softplus(log_odds(evidence, at))
}

/// ln(1 + e^x): the cost, in log-probability, of what has log-odds -x.
fn softplus(x: f32) -> f32 {
    if x > 20.0 { x } else { libm::log1pf(libm::expf(x)) }
}

/// The roles that a place allows, each with what it takes to be that instead of the usual one.
fn roles_of(place: Place) -> &'static [(Role, f32)] {
    use Label::*;
    use Role::{Item, Removed as R};
    const OTHER: f32 = weight::PRIOR_OTHER;
    const RARE: f32 = weight::PRIOR_UNLIKELY;
    const MATTER: f32 = weight::PRIOR_MATTER;
    const SIGN: f32 = weight::PRIOR_SIGN;
    const INSET: f32 = weight::PRIOR_INSET;
    const TAIL: f32 = weight::PRIOR_TAIL;
    match place {
        Place::Front => &[
            (R(Navigation), 0.0),
            (R(Breadcrumb), OTHER),
            (R(Share), OTHER),
            (R(Date), OTHER),
            (R(Byline), RARE),
            (R(Advert), OTHER),
            (R(Consent), OTHER),
            (R(Newsletter), OTHER),
            (R(Related), OTHER),
            (Item, OTHER),
            (R(Icon), OTHER),
            (R(Other), OTHER),
            (R(Tags), OTHER),
            (R(Hidden), RARE),
            (R(Pagination), OTHER),
            (R(Copyright), RARE),
            (R(Caption), RARE),
            (R(CommentForm), OTHER),
            (R(Comments), RARE),
            (R(AuthorBio), RARE),
        ],
        Place::Title => &[(Role::Title, 0.0)],
        Place::Matter => &[
            (R(Navigation), MATTER),
            (R(DuplicateTitle), OTHER),
            (Role::Subtitle, OTHER),
            (R(Other), SIGN),
            (R(Byline), SIGN),
            (R(Date), SIGN),
            (R(Share), SIGN),
            (R(Caption), SIGN),
            (R(Icon), SIGN),
            (R(Tags), OTHER),
            (R(Breadcrumb), MATTER),
            (R(Advert), MATTER),
            (R(Newsletter), SIGN),
            (R(Comments), MATTER),
            (R(Related), OTHER),
            (Item, RARE),
            (R(Pagination), MATTER),
            (R(Hidden), RARE),
            (R(Consent), OTHER),
            (R(Copyright), OTHER),
            (R(CommentForm), OTHER),
            (R(AuthorBio), RARE),
        ],
        Place::Body => &[(Role::Body, 0.0), (Role::Heading, -1.0)],
        Place::Inset => &[
            (R(Related), INSET),
            (R(Caption), INSET),
            (R(Advert), INSET),
            (R(Share), INSET),
            (R(Newsletter), INSET),
            (R(Icon), OTHER),
            (R(Other), INSET),
            (R(Pagination), INSET),
            (R(Date), OTHER),
            (R(Byline), RARE),
            (R(Tags), RARE),
            (R(DuplicateTitle), RARE),
            (R(Navigation), RARE),
            (R(Consent), INSET),
            (R(Comments), RARE),
            (R(AuthorBio), RARE),
            (R(Copyright), RARE),
            (R(Hidden), RARE),
        ],
        Place::InsetList => &[
            (R(Related), OTHER),
            (Item, weight::PRIOR_ITEM),
            (R(Icon), OTHER),
            (R(Advert), OTHER),
            (R(Other), OTHER),
        ],
        Place::List => &[
            (Item, weight::PRIOR_ITEM),
            (R(Related), OTHER),
            (R(Icon), OTHER),
            (R(Advert), OTHER),
            (R(Pagination), OTHER),
            (R(Navigation), OTHER),
            (R(Byline), OTHER),
            (R(Other), OTHER),
            (R(Hidden), RARE),
        ],
        Place::Topics => &[(R(Tags), 0.0), (R(Icon), RARE), (R(Hidden), RARE)],
        Place::Comments => &[
            (R(Comments), 0.0),
            (R(CommentForm), OTHER),
            (R(Icon), RARE),
            (R(Advert), OTHER),
            (R(Hidden), RARE),
        ],
        Place::Form => &[(R(CommentForm), 0.0), (R(Icon), RARE), (R(Comments), OTHER), (R(Hidden), RARE)],
        Place::Tail => &[
            (R(Navigation), 0.0),
            (R(Other), TAIL),
            (R(Share), TAIL),
            (R(Tags), TAIL),
            (R(Copyright), TAIL),
            (R(Newsletter), TAIL),
            (R(AuthorBio), TAIL),
            (R(Advert), TAIL),
            (R(Pagination), TAIL),
            (R(Byline), TAIL),
            (R(Date), TAIL),
            (R(Caption), MATTER),
            (R(Consent), TAIL),
            (R(Icon), TAIL),
            (R(Breadcrumb), TAIL),
            (R(DuplicateTitle), TAIL),
            (R(CommentForm), TAIL),
            (R(Comments), TAIL),
            (R(Related), TAIL),
            (R(Hidden), RARE),
        ],
    }
}

/// What it costs to begin at a place.
fn start(place: Place) -> f32 {
    match place {
        Place::Front => weight::ROAD_START_FRONT,
        Place::Title => weight::ROAD_START_TITLE,
        Place::Matter => weight::ROAD_START_MATTER,
        Place::Body => weight::ROAD_START_BODY,
        _ => NEVER,
    }
}

/// What the step from one place to the next costs. Where the page is of `one` article, no second one begins.
fn step(from: Place, to: Place, one: bool) -> f32 {
    use Place::*;
    match (from, to) {
        (Front, Front) | (Matter, Matter | Body) | (Body, Body) | (InsetList, InsetList) => 0.0,
        (List, List) | (Comments, Comments) | (Form, Form) | (Tail, Tail) => 0.0,
        (Topics, Topics) => weight::ROAD_TOPICS_STAY,
        (Front, Title) => weight::ROAD_FRONT_TITLE,
        (Front, Matter) => weight::ROAD_FRONT_BODY,
        (Front, Body) => weight::ROAD_FRONT_BODY,
        (Title, Matter | Body) => 0.0,
        (Matter, Title) => weight::ROAD_MATTER_TITLE,
        (Body, Inset) => weight::ROAD_BODY_INSET,
        (Inset, Inset) => weight::ROAD_INSET_STAY,
        (Inset, Body) => weight::ROAD_INSET_BODY,
        (Body | Inset, InsetList) => weight::ROAD_INSET_LIST,
        (InsetList, Body) => weight::ROAD_LIST_BODY,
        (InsetList, Inset) => weight::ROAD_LIST_BODY,
        (Body, Tail | Comments | Form | Topics) => weight::ROAD_BODY_TAIL,
        (Body, List) => weight::ROAD_BODY_LIST,
        (List | Comments | Form | Topics, Tail) => weight::ROAD_TAIL_REST,
        (Tail | List | Comments | Form | Topics, List | Comments | Form | Topics) => weight::ROAD_TAIL_PART,
        (Tail | List | Comments | Form | Topics, Body) => weight::ROAD_TAIL_BODY,
        (Body | Tail | List | Comments | Form | Topics, Title) if !one => weight::ROAD_TITLE_AGAIN,
        _ => NEVER,
    }
}

/// Whether a step ends the text: a subhead has text below it.
fn ends_text(from: Place, to: Place) -> bool {
    from == Place::Body && !matches!(to, Place::Body | Place::Inset | Place::InsetList)
}

/// What the steps between all places cost.
struct Steps([[f32; PLACES]; PLACES]);

impl Steps {
    fn of(cost: impl Fn(Place, Place) -> f32) -> Self {
        Self(ALL.map(|from| ALL.map(|to| cost(from, to))))
    }

    /// The best sum at each place with the step to it, and from where; of equals the first. Without branches: which is
    /// better is as good as random.
    fn best(&self, sums: &[f32; PLACES]) -> ([f32; PLACES], [u8; PLACES]) {
        let mut best = [NEVER; PLACES];
        let mut from = [0u32; PLACES];
        for (origin, (sum, costs)) in (0u32..).zip(sums.iter().zip(&self.0)) {
            for to in 0..PLACES {
                let score = sum + costs[to];
                let better = score > best[to];
                best[to] = if better { score } else { best[to] };
                from[to] = if better { origin } else { from[to] };
            }
        }
        (best, from.map(|origin| origin as u8))
    }
}

/// The places of all lines on the best road.
fn best_road(page: &Page, lines: &[Emission]) -> Vec<Place> {
    let Some(first) = lines.first() else { return Vec::new() };
    // A page of HTML is of one article; its other headlines are those of other pages.
    let one = !page.containers.is_empty();
    // Of each place, what the step from it costs to each place, and what it costs behind a subhead.
    let steps = Steps::of(|from, to| step(from, to, one));
    let behind_subhead = |from, to| if ends_text(from, to) { weight::ROAD_HEADING_LAST } else { 0.0 };
    let steps_behind_subhead = Steps::of(|from, to| step(from, to, one) + behind_subhead(from, to));
    let mut best = ALL.map(|place| start(place) + first.scores[place as usize]);
    let mut came_from: Vec<[u8; PLACES]> = Vec::with_capacity(lines.len());
    came_from.push([0; PLACES]);
    for (above, emission) in lines.iter().zip(lines.iter().skip(1)) {
        let subhead_above = above.roles[Place::Body as usize] == Role::Heading;
        let steps = if subhead_above { &steps_behind_subhead } else { &steps };
        let (mut next, from) = steps.best(&best);
        for (sum, score) in next.iter_mut().zip(emission.scores) {
            *sum += score;
        }
        // Only differences count; sums that grow without end would lose them.
        let top = sort::largest(next.iter().copied(), f32::MIN);
        best = next.map(|score| if score - top > NEVER { score - top } else { NEVER });
        came_from.push(from);
    }
    let mut place =
        ALL.into_iter().max_by(|a, b| best[*a as usize].total_cmp(&best[*b as usize])).unwrap_or(Place::Body);
    let mut road = vec![place; lines.len()];
    for at in (1..lines.len()).rev() {
        road[at] = place;
        place = ALL[usize::from(came_from[at][place as usize])];
    }
    road[0] = place;
    road
}

fn decision(page: &Page, evidence: &Evidence, lines: &[Emission], at: usize, place: Place) -> Decision {
    let emission = &lines[at];
    let role = emission.roles[place as usize];
    let score = emission.scores[place as usize];
    let others = ALL.into_iter().filter(|&other| emission.roles[other as usize] != role);
    let rival = sort::largest(others.map(|other| emission.scores[other as usize]), f32::MIN);
    let margin = f64::from((score - rival).clamp(-SURE, SURE));
    let heaviest = evidence
        .pieces(at)
        .iter()
        .filter(|piece| piece.role == role && piece.weight > 0.0)
        .max_by(|a, b| a.weight.total_cmp(&b.weight));
    let rule = heaviest.map_or_else(|| rule_without_evidence(page, evidence, at, place), |piece| piece.rule);
    Decision { role, place, confidence: 1.0 / (1.0 + libm::exp(-margin / 2.0 - 0.5)), rule }
}

/// Where nothing spoke for the role itself, the place on the road or the page's structure decided.
fn rule_without_evidence(page: &Page, evidence: &Evidence, at: usize, place: Place) -> &'static str {
    match place {
        Place::List | Place::InsetList | Place::Comments | Place::Form | Place::Topics
        // What stays in the article needs no reason.
        | Place::Title | Place::Body => "neighbours",
        _ => evidence.heaviest_against(page, at),
    }
}
