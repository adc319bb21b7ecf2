package jp.bansho.numbers.overview.web;

import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.numbers.terminal.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Home: what waits for the member.
@Controller
class HomeScreens {

    @Needs(Right.SEE_WORK)
    @GetMapping("/")
    String home(Member member, Model model) {
        model.addAttribute("member", member.account());
        return "overview/home";
    }

    @Bean
    static Place homePlace() {
        return new Place(10, "/", "overview.home.link", Right.SEE_WORK);
    }
}
