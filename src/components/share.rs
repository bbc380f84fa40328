//! To share and keep: the link, its QR code, a file, a page to print.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::components::results::Results;
use crate::content::{Content, with_texts};
use crate::ensemble_summary::EnsembleSummary;
use crate::files::{self, Opened};
use crate::page;
use crate::qr::{Qr, qr};
use crate::share::MAX_LINK;

/// How long what was done is said [ms].
const SAID: u32 = 4000;

/// What the dialog is given.
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// Whether its texts are there.
    pub content: Content,
    /// They are to be fetched again.
    pub on_content: Callback<()>,
    /// The address of what is shown, with the host.
    pub address: AttrValue,
    /// What is pinned is not in the address: with it, that would be too long.
    pub pin_left_out: bool,
    /// Name and text of the scenario's file.
    pub file: Callback<(), (String, String)>,
    /// What was found of the scenario; nothing before the first pairs.
    pub summary: Option<Rc<EnsembleSummary>>,
    /// Whether that is covered.
    pub covered: bool,
    /// A file was opened.
    pub on_opened: Callback<Opened>,
    /// The page to print is wanted.
    pub on_report: Callback<()>,
    /// The dialog is no longer wanted.
    pub on_close: Callback<()>,
}

/// The dialog.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with((), {
        let dialog = dialog.clone();
        move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                let _ = dialog.show_modal();
            }
        }
    });
    let large = use_state_eq(|| false);
    let (link, files) = (use_copy(&props.address), use_files(props, &dialog));
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| close(&dialog))
    };
    let onclose = props.on_close.reform(|_: Event| ());
    let too_long = props.address.len() > MAX_LINK;
    let code =
        use_memo((props.address.clone(), too_long), |(address, too_long)| (!too_long).then(|| qr(address)).flatten());
    let enlarge = {
        let large = large.clone();
        Callback::from(move |_: MouseEvent| large.set(!*large))
    };
    let body = || {
        html! {
            <>
                <section class="share-link">
                    <h3>{ words::sharing::link() }</h3>
                    if too_long {
                        <p class="wrong" data-testid="too-long">
                            { words::sharing::link_too_long() }
                        </p>
                    } else {
                        if props.pin_left_out {
                            <p data-testid="pin-left-out">
                                { words::sharing::link_without_pin() }
                            </p>
                        } else {
                            <p>{ words::sharing::link_holds() }</p>
                        }
                        { link }
                    }
                </section>
                <section class="share-code">
                    <h3>{ words::sharing::code() }</h3>
                    if let Some(code) = code.as_ref() {
                        <button type="button" class="code" onclick={enlarge} data-testid="qr">
                            { picture(code, "") }
                            <span>{ if *large { words::sharing::code_smaller() } else { words::sharing::code_larger() } }</span>
                        </button>
                    } else {
                        <p class="hint" data-testid="no-qr">{ words::sharing::code_too_long() }</p>
                    }
                </section>
                { files }
                <Results summary={props.summary.clone()} covered={props.covered} />
            </>
        }
    };
    html! {
        <dialog class={classes!("share", large.then_some("large"))} ref={dialog.clone()} {onclose} aria-labelledby="share-title" data-testid="share">
            <div class="dialog-head">
                <h2 id="share-title">{ words::share::title() }</h2>
                <button type="button" class="quiet" onclick={close} data-testid="share-close">{ words::share::close() }</button>
            </div>
            { with_texts(props.content, &props.on_content, body) }
        </dialog>
    }
}

fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// A code with the rim of four squares that readers expect; dark on light in every theme.
pub fn picture(code: &Qr, class: &'static str) -> Html {
    let size = code.size + 8;
    html! {
        <svg {class} viewBox={format!("-4 -4 {size} {size}")} shape-rendering="crispEdges" role="img" aria-label={words::sharing::code_picture()}>
            <rect x="-4" y="-4" width={size.to_string()} height={size.to_string()} fill="#fff" />
            <path d={code.path.clone()} fill="#000" />
        </svg>
    }
}

/// The link to read and to copy.
#[hook]
fn use_copy(address: &AttrValue) -> Html {
    let field = use_node_ref();
    let (said, say) = use_said();
    let copy = {
        let (field, address) = (field.clone(), address.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
            let (address, say) = (address.clone(), say.clone());
            spawn_local(async move {
                let done = page::copy(&address).map(JsFuture::from);
                let done = match done {
                    Some(promise) => promise.await.is_ok(),
                    None => false,
                };
                say.emit(if done { words::sharing::copy_done() } else { words::sharing::copy_by_hand() });
            });
        })
    };
    html! {
        <div class="copy">
            <input ref={field} type="text" readonly=true value={address.clone()} aria-label={words::sharing::link_field()} data-testid="link" />
            <button type="button" class="primary" onclick={copy} data-testid="copy">{ words::sharing::copy() }</button>
            <p role="status" class="said" data-testid="copied">{ said }</p>
        </div>
    }
}

/// Something to say for a moment.
#[hook]
fn use_said() -> (&'static str, Callback<&'static str>) {
    let said = use_state_eq(|| "");
    use_effect_with(*said, {
        let said = said.setter();
        move |what| {
            let rest = (!what.is_empty()).then(|| Timeout::new(SAID, move || said.set("")));
            move || drop(rest)
        }
    });
    let say = Callback::from({
        let said = said.setter();
        move |what| said.set(what)
    });
    (*said, say)
}

/// Files and paper.
#[hook]
fn use_files(props: &ShareProps, dialog: &NodeRef) -> Html {
    let input = use_node_ref();
    let (said, say) = use_said();
    let save = {
        let file = props.file.clone();
        Callback::from(move |_: MouseEvent| {
            let (name, text) = file.emit(());
            let done = page::hand_out_text(&name, "application/json", &text).is_some();
            say.emit(if done { words::saving::saved() } else { words::saving::saved_refused() });
        })
    };
    let choose = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlElement>() {
                input.click();
            }
        })
    };
    let chosen = {
        let (on_opened, dialog) = (props.on_opened.clone(), dialog.clone());
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let Some(input) = input else { return };
            if let Some(chosen) = input.files().filter(|files| files.length() > 0) {
                files::open(&chosen, on_opened.clone());
                close(&dialog);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    let report = {
        let (on_report, dialog) = (props.on_report.clone(), dialog.clone());
        Callback::from(move |_: MouseEvent| {
            close(&dialog);
            on_report.emit(());
        })
    };
    html! {
        <section class="share-keep">
            <h3>{ words::sharing::file() }</h3>
            <p>{ words::sharing::file_holds() }</p>
            <div class="choices">
                <button type="button" onclick={save} data-testid="save-file">{ words::sharing::file_save() }</button>
                <button type="button" onclick={choose} data-testid="open-file">{ words::sharing::file_open() }</button>
                <button type="button" onclick={report} data-testid="share-report">{ words::sharing::report() }</button>
            </div>
            <input ref={input} type="file" accept=".json,application/json" hidden=true onchange={chosen} data-testid="file" aria-label={words::sharing::file_field()} />
            <p role="status" class="said" data-testid="saved">{ said }</p>
        </section>
    }
}
