//! `hot_path NAME ROUNDS`: one hot path, so many times over, for who counts its instructions; `hot_path` alone names
//! the paths with their rows, and what is dispatched here.

use std::hint::black_box;

use osteon_benches::machine::dispatched;
use osteon_benches::paths::{Exponentials, OUTPUTS, Qfracture, TScores, Whole};
use osteon_benches::people::People;

/// Some blocks of the engine, and a rest.
const ROWS: usize = 2100;
const SEED: u64 = 843;
const PATHS: [&str; 6] = ["t_scores", "exp", "qfracture_columns", "all_outputs", "guidelines", "one_by_one"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => {
            println!("{}", dispatched());
            PATHS.iter().for_each(|path| println!("{path} {ROWS}"));
        }
        [name, rounds] => run(name, rounds.parse().expect("a number of rounds")),
        _ => panic!("hot_path NAME ROUNDS"),
    }
}

fn run(name: &str, rounds: usize) {
    let people = People::draw(ROWS, SEED);
    let again = |path: &mut dyn FnMut()| (0..rounds).for_each(|_| path());
    let whole = |outputs| {
        let (mut whole, columns) =
            (Whole::new(outputs, ROWS), people.columns().expect("columns of the engine"));
        again(&mut || black_box(&mut whole).run(black_box(&columns)));
    };
    match name {
        "t_scores" => {
            let mut path = TScores::new(ROWS);
            again(&mut || black_box(&mut path).run());
        }
        "exp" => {
            let mut path = Exponentials::new(ROWS);
            again(&mut || black_box(&mut path).run());
        }
        "qfracture_columns" => {
            let mut path = Qfracture::new(&people.asked());
            again(&mut || black_box(&mut path).run());
        }
        "all_outputs" => whole(OUTPUTS),
        "guidelines" => whole("guidelines"),
        "one_by_one" => {
            let (whole, mut people) = (Whole::new(OUTPUTS, 0), people.documents(ROWS).expect("documents"));
            again(&mut || whole.one_by_one(black_box(&mut people)));
        }
        _ => panic!("{name}: no such path; there are {}", PATHS.join(", ")),
    }
}
